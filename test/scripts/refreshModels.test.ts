import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refreshed } from '../../scripts/refreshModels.ts';
import type { ModelTable } from '../../src/core/budget/modelTable.ts';
import { readModelTable } from '../../src/libraries/bundledModels.ts';

const about = { asOf: '2026-11-22', source: 'published.json' };

const fact = (input: number, more: object = {}) => ({
  litellm_provider: 'openai',
  mode: 'chat',
  max_input_tokens: 100_000,
  max_output_tokens: 10_000,
  input_cost_per_token: input / 1e6,
  output_cost_per_token: (4 * input) / 1e6,
  ...more,
});

const before: ModelTable = {
  lists: [
    {
      asOf: '2026-01-01',
      source: 'by hand',
      models: [
        { provider: 'openai', model: 'alpha', contextWindow: 1 },
        { provider: 'openai', model: 'yet-to-come', contextWindow: 2 },
      ],
    },
  ],
};

/** A small piece of the published table, with what must not get into ours. */
const published = {
  sample_spec: { litellm_provider: 'one of many', mode: 'chat', input_cost_per_token: 0 },
  alpha: fact(2.5, { cache_read_input_token_cost: 0.25e-6 }),
  'alpha-2026-01-01': fact(2.5, { cache_read_input_token_cost: 0.25e-6 }),
  'alpha-2025-01-01': fact(5),
  'beta-20250101': fact(1, { litellm_provider: 'anthropic', max_output_tokens: undefined }),
  'beta-latest': fact(1, { litellm_provider: 'anthropic', max_output_tokens: undefined }),
  'ft:alpha': fact(9),
  'azure/alpha': fact(2.5, { litellm_provider: 'azure' }),
  'alpha-embedding': fact(1, { mode: 'embedding' }),
  'alpha-broken': { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 'a lot' },
};

test('a published table becomes rows of ours: sorted, alike versions as one, others for themselves', () => {
  const [list] = refreshed(before, published, about).lists;
  assert.deepEqual(list, {
    ...about,
    models: [
      { provider: 'anthropic', model: 'beta', contextWindow: 100_000, price: { input: 1, output: 4 } },
      {
        provider: 'openai',
        model: 'alpha',
        contextWindow: 100_000,
        maxOutputTokens: 10_000,
        price: { input: 2.5, output: 10, cachedInput: 0.25 },
      },
      {
        provider: 'openai',
        model: 'alpha-2025-01-01',
        contextWindow: 100_000,
        maxOutputTokens: 10_000,
        price: { input: 5, output: 20 },
      },
    ],
  });
});

test('what the published table does not know stays as it was', () => {
  const [, byHand, ...more] = refreshed(before, published, about).lists;
  assert.deepEqual([byHand?.source, byHand?.models.map(({ model }) => model), more], ['by hand', ['yet-to-come'], []]);
});

test('what comes out is a table of ours, and stays the same when it is refreshed again', () => {
  const once = refreshed(before, published, about);
  assert.deepEqual(refreshed(readModelTable(once), published, about), once);
});

for (const [name, value] of Object.entries({
  text: 'hello',
  nothing: null,
  'a table of somebody else': { a: { b: 1 } },
})) {
  test(`${name} is refused, and nothing is lost`, () => {
    assert.throws(() => refreshed(before, value, about));
  });
}
