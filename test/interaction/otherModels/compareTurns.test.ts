import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Task } from '../../../src/core/model/purpose.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { compareTurns } from '../../../src/interaction/otherModels/compareTurns.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';

const facts = { labelOf: (id: string) => id, costOf: () => undefined };

const turnOf = (from: string, text: string, more: Partial<Answer> = {}): Turn => ({
  ...newTurn({ id: from, title: 'Ask', form: 'prose', status: '' }),
  phase: 'done',
  text,
  answer: answerOf(from, text, more),
});

async function linesOf(task: Task, first: Turn, second: Turn): Promise<readonly string[]> {
  const assistance = assistances.find(each => each.task === task) ?? assert.fail();
  const files = [{ path: 'a.ts', uri: 'file:///a.ts', language: 'typescript', text: 'one();\ntwo();\n' }];
  const asked = { assistance, context: contextOf({ files }) };
  return (await compareTurns({ first, second, asked }, facts)).lines;
}

test('texts are compared by their words, and what that means is said', async () => {
  const lines = await linesOf('explain', turnOf('a', 'Enables the `cache`.'), turnOf('b', 'Disables the `cache`.'));
  assert.deepEqual(lines.slice(0, 3), [
    'Words in both answers: 1 of 3.',
    'Both name cache.',
    'Only words were compared, not what they mean: the same words may say the opposite.',
  ]);
});

test('where each text holds one piece of code that is compared, too', async () => {
  const [one, other] = ['Do this:\n```ts\nf(1);\n```', 'Do that:\n```ts\nf(2);\n```'];
  const lines = await linesOf('ask', turnOf('a', one), turnOf('b', other));
  assert.ok(lines.includes('The code in them: Their only line differs. Which of them is right was not checked.'));
});

test('an answer that holds no code to compare is told of', async () => {
  const lines = await linesOf('edit', turnOf('a', '```ts\nf(1);\n```'), turnOf('b', 'I do not see why.'));
  assert.equal(lines[0], 'The answer of b holds nothing that could be compared.');
});

test('one that broke off is told of', async () => {
  const lines = await linesOf('explain', turnOf('a', 'It adds the tax.'), turnOf('b', 'It adds', { finish: 'length' }));
  assert.ok(lines.includes('The answer of b broke off at the length limit: only what is there was compared.'));
});

test('names that models write are one visible line each', async () => {
  const lines = await linesOf('explain', turnOf('a', 'Calls `a\u202eb\u0000c`.'), turnOf('b', 'Calls nothing.'));
  assert.ok(lines.includes('Only a names a b c.'));
});

// https://github.com/aristocrat71/odyn/issues/39: two models are two bills, and both are to be shown
test('both bills are told, and their sum where both prices are known', async () => {
  const assistance = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
  const asked = { assistance, context: contextOf() };
  const costOf = (target: string) => (target === 'a' ? 0.01 : 0.02);
  const priced = await compareTurns({ first: turnOf('a', 'x'), second: turnOf('b', 'y'), asked }, { ...facts, costOf });
  const unpriced = await compareTurns(
    { first: turnOf('a', 'x', { freshness: 'cached' }), second: turnOf('b', 'y'), asked },
    facts,
  );
  assert.deepEqual(
    [priced.lines.at(-1), unpriced.lines.at(-1)],
    [
      'a: 15 tokens, $0.01 · b: 15 tokens, $0.02 · together $0.03',
      'a: remembered, nothing was sent · b: 15 tokens, price unknown',
    ],
  );
});
