import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultModels } from '../../../src/core/budget/defaultModels.ts';
import { costOf, modelFacts, rowOf, type ModelTable } from '../../../src/core/budget/modelTable.ts';
import { modelTable, readModelTable } from '../../../src/libraries/bundledModels.ts';
import { targetOf } from '../../support/scripted.ts';

const rows = modelTable.lists.flatMap(({ models }) => models);
const names = rows.map(({ provider, model }) => `${provider} ${model}`);

const small: ModelTable = {
  lists: [
    {
      asOf: '2026-01-01',
      source: 'a test',
      models: [
        {
          provider: 'openai',
          model: 'gpt-6-astra',
          contextWindow: 400_000,
          maxOutputTokens: 128_000,
          price: { input: 2, output: 8 },
        },
        { provider: 'openai', model: 'gpt-6-astra-2025-01-01', price: { input: 4, output: 16 } },
      ],
    },
  ],
};

test('every list of the table is sorted by provider and id', () => {
  for (const { models } of modelTable.lists) {
    const own = models.map(({ provider, model }) => `${provider} ${model}`);
    assert.deepEqual(
      own,
      own.toSorted((a, b) => (a < b ? -1 : 1)),
    );
  }
});

test('no model stands there twice, and each id finds its own row', () => {
  assert.equal(new Set(names).size, names.length);
  for (const row of rows) assert.equal(rowOf(modelTable, row.model), row);
});

test('every default model is in the table, with its window, its limit and its price', () => {
  for (const [provider, { strongest, cheaper }] of Object.entries(defaultModels)) {
    for (const { model } of [strongest, cheaper]) {
      const facts = modelFacts(modelTable, targetOf('x', { provider, model }));
      assert.deepEqual(Object.keys(facts), ['contextWindow', 'maxOutputTokens', 'price'], model);
    }
  }
});

test('every list says of when it is and where it comes from', () => {
  for (const { asOf, source } of modelTable.lists) assert.match(`${asOf} ${source}`, /^\d{4}-\d\d-\d\d \S+/);
});

test('prices and windows are of a believable size, and remembered input costs no more than other input', () => {
  const odd = rows.filter(({ contextWindow = 0, maxOutputTokens = 0, price }) => {
    const isOdd = contextWindow < 4_000 || contextWindow > 10_000_000 || maxOutputTokens > contextWindow;
    return (
      isOdd || !price || price.output < price.input || price.output > 1_000 || (price.cachedInput ?? 0) > price.input
    );
  });
  assert.deepEqual(odd, []);
});

const matches: Readonly<Record<string, string | undefined>> = {
  'gpt-6-astra': 'gpt-6-astra',
  'gpt-6-astra-2026-01-01': 'gpt-6-astra',
  'gpt-6-astra-20260101': 'gpt-6-astra',
  'gpt-6-astra-latest': 'gpt-6-astra',
  'gpt-6-astra-2025-01-01': 'gpt-6-astra-2025-01-01',
  'gpt-6-astra-custom': undefined,
  'gpt-6-astra-2026-01-01-custom': undefined,
  'gpt-6-astra-mini': undefined,
  'gpt-6': undefined,
  'my-gpt-6-astra': undefined,
  'ft:gpt-6-astra:somebody': undefined,
  '': undefined,
};

for (const [model, found] of Object.entries(matches)) {
  test(`'${model}' is ${found === undefined ? 'unknown' : `the row ${found}`}`, () => {
    assert.equal(rowOf(small, model)?.model, found);
  });
}

test('of an unknown model nothing is guessed', () => {
  assert.deepEqual(modelFacts(small, targetOf('x', { provider: 'openai', model: 'who-knows' })), {});
});

test('the price is that of its own provider alone; at another server the window is known, not the price', () => {
  const facts = modelFacts(small, targetOf('x', { provider: 'openai-compatible', model: 'gpt-6-astra' }));
  assert.deepEqual(facts, { contextWindow: 400_000, maxOutputTokens: 128_000 });
});

test('what the user says of a target counts more than the table', () => {
  const own = { contextWindow: 1_000, price: { input: 0, output: 0 } };
  const facts = modelFacts(small, targetOf('x', { provider: 'openai', model: 'gpt-6-astra', ...own }));
  assert.deepEqual(facts, { ...own, maxOutputTokens: 128_000 });
});

const million = 1_000_000;

test('a cost is in dollars for a million tokens, remembered input at its own price', () => {
  const usage = { inputTokens: 2 * million, outputTokens: million, cachedInputTokens: million, exact: true };
  assert.equal(costOf(usage, { input: 3, output: 15, cachedInput: 0.5 }), 3 + 0.5 + 15);
  assert.equal(costOf(usage, { input: 3, output: 15 }), 6 + 15);
});

test('more remembered input than input costs nothing less than nothing', () => {
  const usage = { inputTokens: 10, outputTokens: 0, cachedInputTokens: million, exact: true };
  assert.equal(costOf(usage, { input: 3, output: 15, cachedInput: 0 }), 0);
});

for (const [name, broken] of Object.entries({
  'no table': [],
  'a row without a model': { lists: [{ asOf: '2026-01-01', source: 's', models: [{ provider: 'openai' }] }] },
  'a negative price': {
    lists: [
      { asOf: '2026-01-01', source: 's', models: [{ provider: 'p', model: 'm', price: { input: -1, output: 1 } }] },
    ],
  },
  'a field nobody knows': {
    lists: [{ asOf: '2026-01-01', source: 's', models: [{ provider: 'p', model: 'm', cost: 1 }] }],
  },
})) {
  test(`${name} is not read`, () => {
    assert.throws(() => readModelTable(broken));
  });
}
