import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../../src/core/confidence/assess.ts';
import { atLeisure } from './judged.ts';

/** From and to, both included: what is removed or flagged in either direction. */
const hidden: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfffd, 0xfffd],
  [0xe0000, 0xe007f],
  [0xe0100, 0xe01ef],
];

const signsFor = async (code: string, before = '', form: 'code' | 'prose' = 'code') => {
  const expects = { form, language: 'plaintext', code: before };
  const text = `\`\`\`\n${code}\n\`\`\``;
  const { signs } = await assess({ expects, instruction: '', text, finish: 'stop' }, atLeisure());
  return signs.filter(sign => sign.code === 'hidden-characters');
};

test('every hidden character is found, named and placed, and no other', async () => {
  const interesting = hidden
    .flatMap(([from, to]) => [from - 1, from, to, to + 1])
    .filter(point => point > 0x0d || point < 0x0a);
  for (const point of interesting.filter(each => each >= 0)) {
    const isHidden = hidden.some(([from, to]) => point >= from && point <= to);
    const [sign] = await signsFor(`a\nb${String.fromCodePoint(point)}c`);
    const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    assert.deepEqual(sign?.facts, isHidden ? { character: name, line: 2 } : undefined, name);
  }
});

test('what turns the order around or smuggles is a fact against code, the others a reason to look', async () => {
  assert.equal((await signsFor('a\u202Eb'))[0]?.weight, 'hard');
  assert.equal((await signsFor('a\u{E0041}b'))[0]?.weight, 'hard');
  assert.equal((await signsFor('a\u200Bb'))[0]?.weight, 'soft');
  assert.equal((await signsFor('a\u202Eb', '', 'prose'))[0]?.weight, 'soft');
});

test('what the selection held already is not held against the answer', async () => {
  assert.deepEqual(await signsFor('a\u200Bb', 'x\u200By'), []);
  assert.equal((await signsFor('a\u200B\u200Bb', 'x\u200By')).length, 1);
});

test('emoji with a colour variant, keycaps and flags of regions are no hiding', async () => {
  assert.deepEqual(
    await signsFor('❤\uFE0F 1\uFE0F\u20E3 \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'),
    [],
  );
});
