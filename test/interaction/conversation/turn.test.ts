import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { applyEvent, isUsable, newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { turnView } from '../../../src/interaction/conversation/turnView.ts';
import type { TaskSetting } from '../../../src/core/routing/router.ts';
import { answerOf, targetOf } from '../../support/scripted.ts';
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

const answered = (more: Partial<Turn> = {}): Turn =>
  unjudged('prose', { answer: answerOf('claude', text), phase: 'done', ...more });
const actionsOf = (turn: Turn, targets = 2): readonly string[] =>
  turnView(turn, { ...around, targets }).actions.map(({ action }) => action);

test('an answer offers another model and a second opinion where there is another model', () => {
  assert.deepEqual(
    [actionsOf(answered()), actionsOf(answered(), 1)],
    [
      ['copy', 'askAgain', 'askAnother', 'secondOpinion'],
      ['copy', 'askAgain'],
    ],
  );
});

test('an answer offers to always use its model for its task, and says which and for what', () => {
  const setFor = (id: string | undefined) => (): TaskSetting | undefined =>
    id === undefined ? undefined : { target: id };
  const labels = (turn: Turn, id?: string) =>
    turnView(turn, { ...around, tasks: { chain: [targetOf('claude'), targetOf('gpt')], setFor: setFor(id) } })
      .actions.map(({ label }) => label)
      .filter(label => label.includes('Always'));
  const doubted = answerOf('claude', text, { confidence: { tier: 'doubtful', score: 0.1, signs: [] } });
  assert.deepEqual(labels(answered({ task: 'commitMessage' })), ['Always Use claude for “Generate Commit Message”']);
  assert.deepEqual(labels(answered({ task: 'ask' }), 'claude'), ['Do Not Always Use claude for “Ask”']);
  assert.deepEqual(labels(answered({ task: 'ask', answer: doubted })), []);
  assert.deepEqual(labels(answered({ task: 'ask', answer: doubted }), 'claude'), [
    'Do Not Always Use claude for “Ask”',
  ]);
  assert.deepEqual(labels(answered()), []);
});

test('one that is compared offers to be shown beside the other one, and no third opinion', () => {
  assert.deepEqual(actionsOf(answered({ comparedWith: 't0' })), ['copy', 'askAgain', 'showBoth', 'askAnother']);
});

// https://github.com/dust-tt/dust/pull/32497, https://github.com/Devin-AXIS/AINO/issues/91: a failed question could not go to a model of one's choice
test('a failed question can go to a model of the user’s choice', () => {
  const failed = unjudged('prose', { phase: 'failed', failure: new Failure('overloaded', { target: 'claude' }) });
  assert.ok(actionsOf(failed).includes('askAnother'));
});

test('a doubted answer offers a second opinion', () => {
  const confidence = { tier: 'doubtful', score: 0.6, signs: [] } as const;
  assert.ok(actionsOf(answered({ answer: answerOf('claude', text, { confidence }) })).includes('secondOpinion'));
});

test('what is said of a choice and of a comparison reaches the panel as it is', () => {
  const choice = { label: 'You chose gpt', answered: 'Only this once.', unanswered: 'Nobody else.' };
  const comparison = { title: 'Compared', lines: ['They differ.'] };
  const view = turnView(answered({ choice, comparison, comparedWith: 't0' }), around);
  const message = viewOf([view]);
  assert.deepEqual(readToPanel(message), message);
  assert.deepEqual(
    [view.comparison, view.provenance[0]?.startsWith('You chose gpt · Answered by claude'), view.provenance[1]],
    [comparison, true, 'Only this once.'],
  );
});
