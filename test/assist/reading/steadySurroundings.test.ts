import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileText } from '../../../src/assist/prompt/fileText.ts';
import { steadySurroundings } from '../../../src/assist/reading/steadySurroundings.ts';
import { estimateTokens } from '../../../src/core/prompt/estimateTokens.ts';

const linesOf = (count: number, width = 0) =>
  Array.from({ length: count }, (_, at) => `  total${at} += price(${at})${' + rate'.repeat(width)};\n`);

/** What is sent of a file when these lines of it are asked about. */
function sent(lines: readonly string[], startLine: number, endLine = startLine + 5): string {
  const [before, code, after] = [
    lines.slice(0, startLine),
    lines.slice(startLine, endLine + 1),
    lines.slice(endLine + 1),
  ].map(part => part.join(''));
  const place = { firstLine: 0, startLine, endLine };
  const around = steadySurroundings({ before: before ?? '', code: code ?? '', after: after ?? '' }, place, []);
  return fileText({ ...around, code: code ?? '' }).text;
}

test('a small file is sent whole', () => {
  const lines = linesOf(200);
  assert.equal(sent(lines, 120), lines.join(''));
});

test('of a long file the same is sent for all lines of a window, and the next window shares its place in the file', () => {
  const lines = linesOf(3_000);
  const texts = [1_090, 1_100, 1_150, 1_205].map(line => sent(lines, line));
  assert.equal(new Set(texts).size, 1);
  assert.notEqual(sent(lines, 1_400), texts[0]);
});

test('at least 64 lines above the selection are there, and at least 64 below', () => {
  const lines = linesOf(3_000);
  for (let line = 100; line < 2_900; line += 37) {
    const text = sent(lines, line);
    assert.ok(text.includes(lines.slice(line - 64, line + 70).join('')), `line ${line}`);
  }
});

test('it takes at most what a small file takes', () => {
  for (const width of [0, 3, 40]) assert.ok(estimateTokens(sent(linesOf(3_000, width), 1_500)) <= 6_700, `${width}`);
});

test('a long selection is there to its end', () => {
  const lines = linesOf(3_000);
  assert.ok(sent(lines, 1_000, 1_700).includes(lines.slice(1_000, 1_701).join('')));
});
