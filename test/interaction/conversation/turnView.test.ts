import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Note } from '../../../src/core/model/note.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { turnView } from '../../../src/interaction/conversation/turnView.ts';
import { conversationText } from '../../../src/interaction/panel/conversationText.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { house } from '../../support/house.ts';
import { ask, failureOf, scripted, type Act } from '../../support/scripted.ts';

const around = {
  thresholds: { auto: 0.8, review: 0.5 },
  labelOf: (id: string) => id.toUpperCase(),
  strongerThan: () => false,
  targets: 2,
};

/** What the panel shows of an edit that targets which act so did not make; the one named last has no key. */
async function failedView(acts: Readonly<Record<string, Act>>, more: Partial<Turn> = {}) {
  const sources = Object.entries(acts).map(([id, act]) => scripted(id, act));
  const { client, barred, clock } = house([...sources, scripted('keyless', { says: 'yes' })]);
  barred.set('keyless', 'no-key');
  const { question, notes } = ask({ task: 'edit', until: clock.now() + 60_000 });
  const failing = failureOf(client.ask(question));
  await clock.pass(60_000);
  const failure = await failing;
  return turnView(failedTurn(notes, { failure, ...more }), around);
}

const failedTurn = (notes: readonly Note[], more: Partial<Turn> = {}): Turn => ({
  ...newTurn({ id: 't1', title: 'double the price', form: 'code', status: 'No answer' }),
  ...{ phase: 'failed', notes, failure: new Failure('auth') },
  ...more,
});

// https://github.com/NousResearch/hermes-agent/issues/118807, https://github.com/openclaw/openclaw/issues/141604: of a question that failed
// nobody could tell which models had been tried, and that one had been passed over
test('a question that nobody answered tells the decision, who could have been asked, and what held each back', async () => {
  const { why, provenance } = await failedView({ one: 'auth', two: 'auth' });
  assert.deepEqual(why, {
    title: 'Why this model?',
    lines: [
      'ONE first, as in the chain',
      'ONE: time not known, price not known',
      'TWO: time not known, price not known',
      'KEYLESS: no API key, time not known, price not known',
    ],
  });
  assert.equal(provenance[0], 'Asked in vain: ONE, TWO');
  assert.ok(provenance.includes('Did not ask KEYLESS: no API key'));
});

test('one that waits to be asked later tells it as well', async () => {
  const { why, provenance } = await failedView({ one: 'auth' }, { queued: true });
  assert.deepEqual([why?.lines.length, provenance[0]], [3, 'Asked in vain: ONE']);
});

test('an answer of what the editor knows tells who was tried before it', async () => {
  const { client } = house([scripted('one', 'auth'), scripted('two', 'auth')]);
  const { question, notes } = ask();
  const answer = await client.ask(question);
  const { failure: _, ...turn } = failedTurn(notes, { phase: 'done', text: answer.text, answer });
  assert.equal(answer.freshness, 'offline');
  assert.equal(turnView(turn, around).why?.lines[0], 'ONE first, as in the chain');
});

test('where nobody could be asked at all the failure says so, and there is no more to tell', () => {
  const { why, provenance } = turnView(failedTurn([]), around);
  assert.deepEqual([why, provenance], [undefined, []]);
});

// https://github.com/tale-project/tale/pull/1940: where nobody was asked, the fault of the last one was told alone
test('what held all of them back is told where nobody was asked', () => {
  const notes: readonly Note[] = [
    { kind: 'skipped', target: 'one', because: 'paused-by-user' },
    { kind: 'over-budget', target: 'two', because: 'day', tokens: { needed: 900, left: 20 } },
  ];
  assert.deepEqual(turnView(failedTurn(notes), around).provenance, [
    'No model was asked',
    'Did not ask ONE: paused by you',
    'Did not ask TWO: not enough tokens left today (up to 900 needed, 20 left)',
  ]);
});

test('a question that was stopped has nobody to blame', () => {
  const notes: readonly Note[] = [{ kind: 'skipped', target: 'one', because: 'paused-by-user' }];
  const { failure: _, ...stopped } = failedTurn(notes, { phase: 'cancelled' });
  assert.deepEqual(turnView(stopped, around).provenance, []);
});

test('the conversation as a text holds it too', async () => {
  const text = conversationText([await failedView({ one: 'auth', two: 'auth' })]);
  assert.match(text, /Asked in vain: ONE, TWO\n[\s\S]*Why this model\?\n- ONE first, as in the chain/);
});
