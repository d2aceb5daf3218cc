import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edit } from '../../../src/assist/tasks/edit.ts';
import { explain } from '../../../src/assist/tasks/explain.ts';
import type { Sign } from '../../../src/core/model/answer.ts';
import type { Proposal } from '../../../src/interaction/asking/askRequest.ts';
import { factsView, lineFacts } from '../../../src/interaction/conversation/factsView.ts';
import { presentResult } from '../../../src/interaction/conversation/presentResult.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { readStoredAnswer, reviveAnswer, storedAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { conversationText } from '../../../src/interaction/panel/conversationText.ts';
import { turnView } from '../../../src/interaction/conversation/turnView.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';

const operator: Sign = { code: 'operator-changed', weight: 'fact', facts: { before: '>', after: '>=', line: 2 } };
const gone: Sign = { code: 'declaration-gone', weight: 'fact', facts: { name: 'total' } };
const doubt: Sign = { code: 'elided', weight: 'soft', facts: {} };
const good: Sign = { code: 'parses', weight: 'good', facts: {} };
const text = 'Done.\n\n```ts\nconst price = 2;\nif (a >= b) run();\n```\n';

const turnWith = (signs: readonly Sign[], more: Partial<Turn> = {}): Turn => ({
  ...newTurn({ id: 't1', title: 'Edit', form: 'code', status: 'Answered' }),
  ...{ phase: 'done', text, answer: answerOf('claude', text, { confidence: { tier: 'checked', score: 0.9, signs } }) },
  ...more,
});

test('what an answer changes is told apart from what speaks for or against it', () => {
  assert.deepEqual(factsView(turnWith([doubt, gone, operator, good])), {
    title: 'What this answer changes',
    facts: [{ text: 'total is gone.' }, { text: '> became >=. (line 2)', at: { line: 2, text: '> became >=.' } }],
    block: 0,
  });
});

test('where there is nothing to tell, and of an answer that was discarded or failed, nothing is told', () => {
  assert.equal(factsView(turnWith([doubt, good])), undefined);
  assert.equal(factsView(turnWith([operator], { decision: 'discarded' })), undefined);
  assert.equal(factsView(turnWith([operator], { phase: 'failed' })), undefined);
});

test('at most twelve are told, and how many more there are', () => {
  const many = Array.from({ length: 14 }, (_, line): Sign => ({
    ...operator,
    facts: { ...operator.facts, line: line + 1 },
  }));
  const more: Sign = { code: 'more-changes', weight: 'fact', facts: { count: 5 } };
  const facts = factsView(turnWith([...many, more]))?.facts ?? [];
  assert.equal(facts.length, 13);
  assert.equal(facts.at(-1)?.text, 'And 7 more changes of this kind.');
});

test('what was noticed in words is no change, and leads nowhere', () => {
  const names: Sign = { code: 'unknown-names', weight: 'fact', facts: { names: 'a', count: 1, line: 3 } };
  const facts = factsView(turnWith([names], { form: explain.form, presenter: explain.presenter }));
  assert.equal(facts?.title, 'What was noticed in this answer');
  assert.equal(facts.facts[0]?.at, undefined);
});

test('what another model wrote is no change of this answer', () => {
  const other: Sign = { code: 'disagrees', weight: 'fact', facts: { model: 'gpt-9', differing: 1, lines: 2 } };
  const titles = [[other], [other, operator]].map(signs => factsView(turnWith(signs))?.title);
  assert.deepEqual(titles, ['What was noticed in this answer', 'What this answer changes']);
});

test('of several blocks it is not known which one the lines are of', () => {
  assert.equal(factsView(turnWith([operator], { text: `${text}\n\`\`\`sh\nnpm test\n\`\`\`\n` }))?.block, undefined);
});

test('a line that cannot be is none, and a fact of a newer version is told by its code', () => {
  const odd = [0, -1, 1.5, 'x'].map((line): Sign => ({ ...operator, facts: { ...operator.facts, line } }));
  assert.deepEqual(lineFacts(odd), []);
  const newer = JSON.parse('{"code":"constructor","weight":"fact","facts":{}}') as Sign;
  assert.deepEqual(factsView(turnWith([newer]))?.facts, [
    { text: 'A newer version of Steadfast has found: constructor' },
  ]);
});

test('the facts go along with the edit to its diff', async () => {
  const shown: Proposal[] = [];
  const propose = (proposal: Proposal) => Promise.resolve({ cautions: [], _: shown.push(proposal) });
  const place = { uri: 'file:///cart.ts', start: 0 };
  await presentResult(
    turnWith([doubt, gone, operator]),
    { assistance: edit, context: contextOf({}), place },
    { propose, labelOf: String },
  );
  assert.deepEqual(shown[0]?.facts, [{ line: 2, text: '> became >=.' }]);
});

test('they are there after a restart, and in the answer as text', async () => {
  const place = { uri: 'file:///cart.ts', start: 0 };
  const asked = { assistance: edit, context: contextOf({}), place };
  const keeping = { conversation: 'c1', at: 1, mask: (words: string) => Promise.resolve(words) };
  const kept = await storedAnswer(turnWith([operator]), asked, keeping);
  const record = readStoredAnswer(JSON.parse(JSON.stringify(kept)));
  const revived = record && reviveAnswer(record);
  assert.ok(revived);
  assert.equal(factsView(revived.turn)?.facts[0]?.text, '> became >=. (line 2)');
  const around = { thresholds: { auto: 0.8, review: 0.5 }, labelOf: String, strongerThan: () => false, targets: 1 };
  assert.match(
    conversationText([turnView(revived.turn, around)]),
    /What this answer changes\n- > became >=\. \(line 2\)/,
  );
});
