import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Spending } from '../../../src/core/budget/spending.ts';
import { setBudget } from '../../../src/interaction/budget/budgetCommands.ts';
import { ScriptedUser } from '../../support/scriptedUser.ts';

const spending: Spending = {
  measures: [
    { which: 'day', used: 1_200, limit: 200_000 },
    { which: 'month', used: 4_000, limit: 1_000_000 },
    { which: 'money', used: 0, limit: 0 },
  ],
  isEstimated: false,
  isKept: true,
};

/** What is set when somebody types this for the tokens of a day. */
async function typed(...texts: readonly string[]): Promise<readonly (number | undefined)[]> {
  const set: (number | undefined)[] = [];
  const user = new ScriptedUser({ picks: 'Tokens per day' }, ...texts.map(types => ({ types })));
  await setBudget({
    user,
    spending: () => Promise.resolve(spending),
    own: () => undefined,
    setOwn: (_which, tokens) => Promise.resolve(void set.push(tokens)),
  });
  assert.deepEqual(user.unused, []);
  return set;
}

test('a budget is typed as people write numbers', async () => {
  const said: Readonly<Record<string, number | undefined>> = {
    '300000': 300_000,
    '300 000': 300_000,
    '300_000': 300_000,
    '300,000': 300_000,
    '300.000': 300_000,
    '1.200.000': 1_200_000,
    '1,200,000': 1_200_000,
    '300k': 300_000,
    '1.5M': 1_500_000,
    '1,5 M': 1_500_000,
    '': undefined,
  };
  for (const [text, tokens] of Object.entries(said)) assert.deepEqual([text, await typed(text)], [text, [tokens]]);
});

test('what could mean two numbers, or none, is asked for again', async () => {
  for (const text of ['1.5', '1,500k', '1.200,000', '30,00', '0', '-5', 'much', '1e5', '99999M'])
    assert.deepEqual([text, await typed(text, '7')], [text, [7]]);
});
