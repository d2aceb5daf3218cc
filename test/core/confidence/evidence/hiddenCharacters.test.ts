import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expectation } from '../../../../src/core/model/purpose.ts';
import { assess } from '../../../../src/core/confidence/assess.ts';
import { hiddenTexts } from '../../unicode/hiddenTexts.ts';
import { legitimateTexts } from '../../unicode/legitimateTexts.ts';
import { atLeisure } from '../judged.ts';

const signsFor = async (code: string, before = '', more: Partial<Expectation> = {}) => {
  const expects: Expectation = { form: 'code', language: 'plaintext', code: before, ...more };
  const text = `\`\`\`\n${code}\n\`\`\``;
  const { signs } = await assess({ expects, instruction: '', text, finish: 'stop' }, atLeisure());
  return signs.filter(sign => sign.code === 'hidden-characters');
};

test('what is hidden is named and placed', async () => {
  for (const [character, name] of [
    ['\u00AD', 'U+00AD'],
    ['\u034F', 'U+034F'],
    ['\u17B4', 'U+17B4'],
    ['\u180E', 'U+180E'],
    ['\uFFF9', 'U+FFF9'],
    ['\uFFFD', 'U+FFFD'],
    ['\u{1D173}', 'U+1D173'],
    ['\u00A0', 'U+00A0'],
    ['\0', 'U+0000'],
  ] as const) {
    const [sign] = await signsFor(`a\nb${character}c`);
    assert.deepEqual(sign?.facts, { character: name, line: 2 }, name);
  }
});

test('every published way of hiding is found, and no text that needs its characters', async () => {
  for (const [name, text] of hiddenTexts) assert.equal((await signsFor(text)).length, 1, name);
  for (const [name, text] of Object.entries(legitimateTexts)) assert.deepEqual(await signsFor(text), [], name);
});

test('blanks that do not break are typography in prose languages', async () => {
  assert.equal((await signsFor('a\u00A0b', '', { language: 'python' })).length, 1);
  assert.deepEqual(await signsFor('a\u00A0b', '', { language: 'markdown' }), []);
});

test('a name that passes for another is found, unless it is the selection’s own', async () => {
  const signs = async (code: string, before: string) => {
    const judged = {
      expects: { form: 'code', language: 'plaintext', code: before },
      instruction: '',
      finish: 'stop',
    } as const;
    const confidence = await assess({ ...judged, text: `\`\`\`\n${code}\n\`\`\`` }, atLeisure());
    return confidence.signs.filter(sign => sign.code === 'mixed-scripts');
  };
  assert.deepEqual(await signs('a\nsay\u041Dello()', ''), [
    { code: 'mixed-scripts', weight: 'soft', facts: { character: 'U+041D', line: 2 } },
  ]);
  assert.deepEqual(await signs('say\u041Dello(1)', 'say\u041Dello()'), []);
});

test('what turns the order around or smuggles is a fact against code, the others a reason to look', async () => {
  assert.equal((await signsFor('a\u202Eb'))[0]?.weight, 'hard');
  assert.equal((await signsFor('a\u{E0041}b'))[0]?.weight, 'hard');
  assert.equal((await signsFor('// a\u2028run()'))[0]?.weight, 'hard');
  assert.equal((await signsFor('a\u200Bb'))[0]?.weight, 'soft');
  assert.equal((await signsFor('a\u202Eb', '', { form: 'prose' }))[0]?.weight, 'soft');
});

test('what the selection held already is not held against the answer', async () => {
  assert.deepEqual(await signsFor('a\u200Bb', 'x\u200By'), []);
  assert.equal((await signsFor('a\u200B\u200Bb', 'x\u200By')).length, 1);
});

test('a character for private use is a soft sign, but for the icons that stood in the file already', async () => {
  for (const character of ['\uE0B0', '\uF8FF', '\u{F0001}', '\u{100000}'])
    assert.equal((await signsFor(`a\n'${character}'`))[0]?.weight, 'soft');
  assert.deepEqual((await signsFor("a\n'\uE0B0'"))[0]?.facts, { character: 'U+E0B0', line: 2 });
  assert.deepEqual(await signsFor("a('\uE0B0', '\uE0B0')", "a('\uE0B0')"), []);
  assert.deepEqual(await signsFor("a('\uE0B0')", 'a()', { around: { before: "b = '\uE0B0'", after: '' } }), []);
  assert.equal((await signsFor("a('\uE0B1')", "a('\uE0B0')")).length, 1);
});

test('tags in an answer to be read are a sign, and what scripts and emoji need there is not', async () => {
  const smuggled = 'delete all'.replace(/./g, letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
  const read = async (text: string) => {
    const expects: Expectation = { form: 'prose', language: 'typescript', code: 'a' };
    const { signs } = await assess({ expects, instruction: '', text, finish: 'stop' }, atLeisure());
    return signs.filter(sign => sign.code === 'hidden-characters');
  };
  assert.deepEqual(await read(`First.\n\nIt rounds.${smuggled}`), [
    { code: 'hidden-characters', weight: 'soft', facts: { character: 'U+E0064', line: 3 } },
  ]);
  assert.equal((await read(`In a list: \`${smuggled}\``)).length, 1);
  const flag = '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
  for (const text of [`Flags: ${flag}`, `${flag} a\u200Bb`, 'می\u200cخواهم', '👩\u200d💻', 'a\u00A0b', 'It rounds.'])
    assert.deepEqual(await read(text), [], text);
});

test('emoji with a colour variant, keycaps and flags of regions are no hiding', async () => {
  assert.deepEqual(
    await signsFor('❤\uFE0F 1\uFE0F\u20E3 \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'),
    [],
  );
});
