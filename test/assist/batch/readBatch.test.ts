import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchForm } from '../../../src/assist/batch/batchForm.ts';
import { readBatch } from '../../../src/assist/batch/readBatch.ts';

const ids = ['k3f', 'b7q', 'z02'];
const entry = (id: unknown, text: unknown) => ({ id, text });
const read = (value: unknown) => {
  const { answers, missing, malformed, unknown } = readBatch(JSON.stringify(value), ids);
  return { answers: Object.fromEntries(answers), missing, malformed, unknown };
};
const whole = { k3f: 'one', b7q: 'two', z02: 'three' };
const nothing = { missing: [], malformed: [], unknown: 0 };

for (const [what, value] of [
  ['as it was asked for', { items: ids.map((id, at) => entry(id, Object.values(whole)[at])) }],
  // tidyverse/ellmer#830
  ['in another order', { items: ids.toReversed().map((id, at) => entry(id, Object.values(whole).toReversed()[at])) }],
  ['as a list alone', ids.map((id, at) => entry(id, Object.values(whole)[at]))],
  ['as an object of texts', whole],
  ['as an object of objects', Object.fromEntries(Object.entries(whole).map(([id, text]) => [id, { text }]))],
  ['twice the same', { items: [...ids, ...ids].map(id => entry(id, whole[id as 'k3f'])) }],
  ['with blanks around the ids', { items: ids.map(id => entry(` ${id}\n`, whole[id as 'k3f'])) }],
] as const) {
  test(`an answer ${what} is read, by its ids`, () => {
    const { answers, ...rest } = read(value);
    assert.deepEqual([answers, Object.keys(answers), rest], [whole, ids, nothing]);
  });
}

// dmMaze/BallonsTranslator#1271, BishopFox/raink#9: ids are left out
test('what is left out is missing, and moves nothing', () => {
  assert.deepEqual(read({ items: [entry('k3f', 'one'), entry('z02', 'three')] }), {
    ...nothing,
    answers: { k3f: 'one', z02: 'three' },
    missing: ['b7q'],
  });
});

// microsoft/openaivec#182: the later of two overwrote the first
test('of one id with two answers neither is taken', () => {
  const { answers, malformed } = read({ items: [entry('k3f', 'one'), entry('k3f', 'two'), entry('b7q', 'two')] });
  assert.deepEqual([answers, malformed], [{ b7q: 'two' }, ['k3f']]);
});

// TencentCloudADP/youtu-agent#209, getzep/graphiti#965: ids that nobody asked about
test('an id that nobody asked about is passed over', () => {
  const { answers, unknown } = read({ items: [entry('k3f', 'one'), entry('1', 'two'), entry('K3F', 'x')] });
  assert.deepEqual([answers, unknown], [{ k3f: 'one' }, 2]);
});

for (const [what, text] of [
  ['empty', ''],
  ['blank', ' \n'],
  ['null', null],
  ['a number', 7],
  ['a list', ['a']],
] as const) {
  test(`an answer that is ${what} is malformed`, () => {
    assert.deepEqual(read({ items: [entry('k3f', text), entry('b7q', 'two')] }), {
      answers: { b7q: 'two' },
      malformed: ['k3f'],
      missing: ['z02'],
      unknown: 0,
    });
  });
}

for (const [what, text] of [
  ['cut', '{"items":[{"id":"k3f","text":"one"},{"id":"b7'],
  ['of prose', 'Here you are: k3f is one.'],
  ['empty', ''],
  ['of another form', '{"comments":["one","two","three"]}'],
  ['of a number for the list', '{"items":3}'],
] as const) {
  test(`of an answer that is ${what} nothing is guessed`, () => {
    assert.deepEqual([readBatch(text, ids).answers.size, readBatch(text, ids).missing], [0, ids]);
  });
}

test('one item that can be used makes an answer of the form, and none does not', () => {
  const form = batchForm(ids);
  assert.equal(form.check({ items: [entry('b7q', 'two')] }), undefined);
  for (const value of [{ items: [] }, { items: [entry('x', 'two')] }, JSON.parse(form.predefined)])
    assert.match(form.check(value) ?? '', /k3f, b7q, z02/);
});

test('the schema is the same for all batches, so that a provider knows it', () => {
  assert.deepEqual(batchForm(['a']).schema, batchForm(ids).schema);
});
