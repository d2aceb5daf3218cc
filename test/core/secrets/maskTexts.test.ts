import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskText } from '../../../src/core/secrets/maskText.ts';
import { maskTexts } from '../../../src/core/secrets/maskTexts.ts';
import type { Scan } from '../../../src/core/secrets/secretScan.ts';

/** Finds what is named a password, and everything between BEGIN and END. */
const scan: Scan = async text =>
  [...text.matchAll(/password=(?<secret>\w+)|(?<block>BEGIN[^]*?END)/dg)].map(({ indices }) => {
    const [start, end] = indices?.groups?.['secret'] ?? indices?.groups?.['block'] ?? [0, 0];
    return { start, end, kind: 'test' };
  });
const mask = (text: string) => maskText(text, { scan });

test('a secret that is told by its name in one text is masked in all others, however deep they lie', async () => {
  const data = { code: 'password=hunter2hunter2', said: [{ answer: 'why hunter2hunter2?' }], line: 3, on: true };
  const masked = await maskTexts(data, mask);
  assert.doesNotMatch(JSON.stringify(masked), /hunter2/);
  assert.match(masked.said[0]?.answer ?? '', /^why SECRET_1_x[a-z0-9]{7}\?$/);
  assert.deepEqual([masked.line, masked.on], [3, true]);
});

test('texts without a secret stay as they are', async () => {
  const data = { code: 'a\nb', more: ['', ' c ', '\0', '💡\uD83D'] };
  assert.deepEqual(await maskTexts(data, mask), data);
});

test('when a finding reaches from one text into another, each keeps its place and is masked by itself', async () => {
  const masked = await maskTexts(['BEGIN one', 'two END', 'password=hunter2hunter2'], mask);
  assert.deepEqual(masked.slice(0, 2), ['BEGIN one', 'two END']);
  assert.doesNotMatch(masked[2] ?? '', /hunter2/);
});

test('what could not be scanned is not given out', async () => {
  await assert.rejects(
    maskTexts({ code: 'a' }, () => Promise.reject(new Error('no scan'))),
    /no scan/,
  );
});
