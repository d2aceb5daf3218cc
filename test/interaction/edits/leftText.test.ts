import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LeftBlock } from '../../../src/assist/edits/placeBlocks.ts';
import { leftTexts } from '../../../src/interaction/edits/leftText.ts';

const left = (fault: LeftBlock['fault'], named = 'src/tax.ts'): LeftBlock => ({
  block: { named, search: ['', 'const rate = 19;'], replace: ['const rate = 7;'] },
  fault,
});

test('a change that is only shown says why, in which file, and which it is', () => {
  assert.deepEqual(leftTexts([left('missing'), left('unknown-file', '../x.ts'), left('no-file', '')]), [
    'Not applied, because these lines are not in src/tax.ts: “const rate = 19;”',
    'Not applied, because ../x.ts is not one of the chosen files: “const rate = 19;”',
    'Not applied, because it does not say which file it belongs to: “const rate = 19;”',
  ]);
});

test('each reason has a sentence of its own', () => {
  const faults = [
    'missing',
    'several',
    'empty',
    'elided',
    'overlaps',
    'cut',
    'unfinished',
    'dividers',
    'unknown-file',
    'no-file',
  ] as const;
  assert.equal(new Set(leftTexts(faults.map(fault => left(fault)))).size, faults.length);
});

test('nobody misses what is said twice or changes nothing', () => {
  assert.deepEqual(leftTexts([left('repeated'), left('same')]), []);
});

test('of many the number is said', () => {
  const texts = leftTexts(Array.from({ length: 20 }, () => left('missing')));
  assert.deepEqual([texts.length, texts.at(-1)], [13, 'And 8 more are not applied.']);
});
