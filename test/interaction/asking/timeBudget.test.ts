import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeBudget } from '../../../src/interaction/asking/timeBudget.ts';

const never = new Promise<string>(() => undefined);

test('what is there by then is taken', async () => {
  assert.equal(await new TimeBudget(10_000).within(Promise.resolve('known')), 'known');
});

// microsoft/vscode-python #4130, neoclide/coc.nvim #2260: a language service that never answers held up who asked it
test('several that never answer are waited for once, together', async () => {
  const budget = new TimeBudget(5);
  assert.deepEqual(await Promise.all([budget.within(never), budget.within(never)]), [undefined, undefined]);
  assert.deepEqual([await budget.within(never), budget.leftMs], [undefined, 0]);
});

test('who fails is one who does not know', async () => {
  assert.equal(await new TimeBudget(10_000).within(Promise.reject(new Error('gone'))), undefined);
});
