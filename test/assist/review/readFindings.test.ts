import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFindings } from '../../../src/assist/review/readFindings.ts';
import { mostFindings } from '../../../src/assist/review/findingsForm.ts';

const code = [
  'def total(items):',
  '    sum = 0',
  '    for item in items:',
  '        sum += item.price',
  '    return sum',
].join('\n');
const found = { quote: '        sum += item.price', message: 'A price may be missing.' };
const read = (...findings: readonly unknown[]) => readFindings(JSON.stringify({ findings }), code);

test('a finding is anchored to the lines that it quotes', () => {
  const advice = { severity: 'error', kind: 'bug', why: 'None has no price.', advice: 'Skip it.' };
  assert.deepEqual(read({ ...found, ...advice })?.findings, [
    { ...advice, message: found.message, first: 3, last: 3, quoted: '        sum += item.price' },
  ]);
});

test('nothing found is an answer; what is no list of findings is none', () => {
  assert.deepEqual(read(), { findings: [], unfounded: 0, ambiguous: 0 });
  for (const text of ['', 'Looks good to me!', '{"findings":null}', '{"findings":{}}', '{}', '42', 'null'])
    assert.equal(readFindings(text, code), undefined, text);
});

test('findings whose quotation is not in the code, and entries that are none, are counted and not shown', () => {
  const result = read(found, { ...found, quote: 'sum -= item.price' }, { message: 'No quotation' }, 'words', null, 7);
  assert.deepEqual([result?.findings.length, result?.unfounded, result?.ambiguous], [1, 5, 0]);
});

test('what a quotation in a code that repeats itself means is not guessed', () => {
  const result = readFindings(JSON.stringify([{ quote: 'x = call()', message: 'Again.' }]), 'x = call()\nx = call()');
  assert.deepEqual(result, { findings: [], unfounded: 0, ambiguous: 1 });
});

test('words for how much it matters are read as models write them', () => {
  const severities = [
    'Critical',
    'HIGH',
    'error',
    'medium',
    'Warning',
    'nit',
    'low',
    'suggestion',
    undefined,
    null,
    'ok',
  ];
  const all = severities.map((severity, at) => ({ ...found, message: `${at}`, severity }));
  assert.deepEqual(
    read(...all)?.findings.map(({ severity }) => severity),
    [
      'error',
      'error',
      'error',
      'warning',
      'warning',
      'information',
      'information',
      'information',
      'warning',
      'warning',
      'warning',
    ],
  );
});

test('a kind that is not known is another one', () => {
  const kinds = read({ ...found, kind: 'Security' }, { ...found, message: 'b', kind: 'vibes' })?.findings;
  assert.deepEqual(
    kinds?.map(({ kind }) => kind),
    ['security', 'other'],
  );
});

test('a fix stands as far in as the lines that it replaces, without its fence', () => {
  const fix = '```python\nif item.price is not None:\n    sum += item.price\n```';
  assert.equal(
    read({ ...found, fix })?.findings[0]?.replacement,
    '        if item.price is not None:\n            sum += item.price',
  );
});

// https://github.com/OpenHands/extensions/issues/233
test('a fix that says what is there already, or replaces a part of a line, is none', () => {
  assert.equal(read({ ...found, fix: 'sum += item.price' })?.findings[0]?.replacement, undefined);
  assert.equal(read({ ...found, quote: 'item.price', fix: 'item.cost' })?.findings[0]?.replacement, undefined);
  assert.equal(read({ ...found, fix: '' })?.findings[0]?.replacement, undefined);
});

test('what is said twice is shown once, from above, and no more than somebody reads', () => {
  const twice = read(
    { ...found, message: 'Later' },
    { quote: 'sum = 0', message: 'First' },
    { ...found, message: 'Later' },
  );
  assert.deepEqual(
    twice?.findings.map(({ message }) => message),
    ['First', 'Later'],
  );
  const many = Array.from({ length: 500 }, (_, at) => ({ ...found, message: `${at}` }));
  assert.equal(read(...many)?.findings.length, mostFindings);
});

test('a message is one line', () => {
  assert.equal(read({ ...found, message: 'one\n\ntwo\t three' })?.findings[0]?.message, 'one two three');
});

test('no answer, however broken, brings in a finding whose quotation is not in the code', () => {
  const whole = JSON.stringify({ findings: [found, { quote: 'eval(input())', message: 'Gone', line: 3 }] });
  for (let cut = 0; cut <= whole.length; cut += 1)
    for (const text of [whole.slice(0, cut), whole.slice(cut), `${whole.slice(0, cut)}"${whole.slice(cut)}`]) {
      const quoted = readFindings(text, code)?.findings.map(each => each.quoted) ?? [];
      assert.ok(
        quoted.every(each => code.includes(each)),
        text,
      );
    }
});
