import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fix } from '../../../src/assist/tasks/fix.ts';
import { presentResult } from '../../../src/interaction/conversation/presentResult.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { contextOf } from '../../assist/context.ts';

/** What is said of a fix of so many problems. */
async function cautionsOf(told: number, moreDiagnostics?: number): Promise<readonly string[] | undefined> {
  const turn = { ...newTurn({ id: '1', title: '', form: 'code', status: '' }), text: '```ts\nconst price = 2;\n```' };
  const context = contextOf({
    diagnostics: Array.from({ length: told }, () => ({ line: 1, severity: 'error', message: 'wrong' }) as const),
    ...(moreDiagnostics !== undefined && { moreDiagnostics }),
  });
  const place = { uri: 'file:///cart.ts', start: 0 };
  const propose = () => Promise.resolve({ cautions: ['It adds a schema'] });
  return (await presentResult(turn, { assistance: fix, context, place }, { propose, labelOf: String })).cautions;
}

// https://github.com/dyad-sh/dyad/issues/1565
test('where not all problems were asked about, it is said of how many', async () => {
  assert.deepEqual(await cautionsOf(20, 74), ['Asked about 20 of 94 problems, the gravest ones.', 'It adds a schema']);
});

test('where all were asked about, nothing is said of it', async () => {
  assert.deepEqual([await cautionsOf(20), await cautionsOf(1)], [['It adds a schema'], ['It adds a schema']]);
});
