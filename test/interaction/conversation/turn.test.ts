import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { applyEvent, isUsable, newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { turnView } from '../../../src/interaction/conversation/turnView.ts';
import { answerOf } from '../../support/scripted.ts';
import { readToPanel } from '../../../src/shared/readMessage.ts';
import { viewOf } from '../../media/support/panelViews.ts';

const thresholds = { auto: 0.8, review: 0.5 };
const around = { thresholds, labelOf: (id: string) => id, strongerThan: () => true, targets: 2 };
const text = '```ts\nconst price = 2;\n```';

/** A turn that has ended with an answer that nobody has judged. */
const unjudged = (form: Turn['form'], more: Partial<Turn> = {}): Turn => ({
  ...newTurn({ id: 't1', title: 'double the price', form, status: 'Answered' }),
  phase: 'done',
  text,
  answer: answerOf('offline', text, { freshness: 'offline' }),
  ...more,
});

test('an answer without a verdict is never usable as code, whatever the user decides', () => {
  const decisions = [{}, { decision: 'used' }, { decision: 'approved' }] as const;
  assert.deepEqual(
    decisions.map(decision => isUsable(unjudged('code', decision), thresholds)),
    [false, false, false],
  );
});

test('one to read is: it has notices of its own', () => {
  assert.equal(isUsable(unjudged('prose'), thresholds), true);
});

test('only of code it is said while it is written that it is still to be checked', () => {
  const statusOf = (form: Turn['form']): string => {
    const begun = newTurn({ id: 't1', title: 'double the price', form, status: '' });
    return applyEvent(begun, { kind: 'text', text: 'const' }, around.labelOf).status;
  };
  assert.deepEqual([statusOf('code'), statusOf('prose')], ['Writing… not yet checked', 'Writing…']);
});

const declined = (notes: Turn['notes'] = []) =>
  turnView(unjudged('prose', { notes, answer: answerOf('claude', 'no', { finish: 'refused' }) }), around);

test('a refusal offers first of all to ask another target', () => {
  const { actions } = declined();
  assert.deepEqual(
    actions.filter(({ primary }) => primary).map(({ action }) => action),
    ['tryAnother'],
  );
});

test('a refusal says whether others were asked as well', () => {
  const asked = declined([{ kind: 'fallback', from: 'claude', to: 'gpt', because: 'declined' }]);
  assert.deepEqual(
    [declined().notice?.lines, asked.notice?.lines],
    [
      ['This is its answer, not an error, so no other model was asked.'],
      ['Another provider was asked too, and gave no answer either.'],
    ],
  );
});

test('code without a verdict offers only to ask again', () => {
  const { code, actions } = turnView(unjudged('code'), around);
  assert.deepEqual([code, actions.map(({ action }) => action)], ['withheld', ['askAgain', 'askLater', 'tryAnother']]);
});

test('with nothing set up the turn offers to set somebody up first, and not to ask later', () => {
  const insteadOf = new Failure('no-target');
  const { actions } = turnView(
    unjudged('prose', { answer: answerOf('offline', text, { freshness: 'offline', insteadOf }) }),
    { ...around, targets: 0 },
  );
  assert.deepEqual(
    actions.map(({ action }) => action),
    ['setKey', 'detectLocal', 'addTarget', 'askAgain'],
  );
});

test('an answer without a model offers first to ask again or later, and no code to insert', () => {
  const insteadOf = new Failure('server-not-running', { target: 'claude' });
  const { actions, code } = turnView(
    unjudged('prose', { answer: answerOf('offline', text, { freshness: 'offline', insteadOf }) }),
    around,
  );
  assert.deepEqual(
    [actions.map(({ action }) => action), actions.find(({ primary }) => primary)?.action, code],
    [['askAgain', 'askLater', 'tryAnother', 'openSettings', 'copy'], 'askAgain', 'withheld'],
  );
});

test('whatever is said of a turn, the panel takes it', () => {
  const insteadOf = new Failure('server-not-running', { target: 'claude', others: [new Failure('auth')] });
  const offline = unjudged('prose', { answer: answerOf('offline', text, { freshness: 'offline', insteadOf }) });
  const failed = unjudged('prose', { phase: 'failed', failure: insteadOf.with({ requestId: 'req_1' }) });
  const turns = [offline, failed, { ...offline, queued: true }, { ...offline, cautions: ['Look.'] }];
  for (const view of turns.map(turn => turnView(turn, around))) {
    const message = viewOf([view]);
    assert.deepEqual(readToPanel(message), message);
  }
});

test('an answer without a model offers what mends its cause', () => {
  const insteadOf = new Failure('auth', { target: 'claude' });
  const { actions } = turnView(
    unjudged('prose', { answer: answerOf('offline', text, { freshness: 'offline', insteadOf }) }),
    around,
  );
  assert.deepEqual(
    actions.map(({ action }) => action),
    ['setKey', 'askAgain', 'askLater', 'tryAnother', 'showLog', 'copy'],
  );
});
