import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LoopWatch } from '../../../src/providers/wire/loopWatch.ts';

/** After how many pieces the watch calls; undefined: never. */
function called(pieces: readonly string[]): number | undefined {
  const watch = new LoopWatch();
  const at = pieces.findIndex(piece => watch.runsOn(piece));
  return at < 0 ? undefined : at + 1;
}

test('fifty times the same line is a loop, forty-nine are not', () => {
  assert.equal(called(Array.from({ length: 60 }, () => 'again\n')), 50);
  assert.equal(called(Array.from({ length: 49 }, () => 'again\n')), undefined);
});

test('how the lines are cut into pieces does not matter', () => {
  const text = 'again and again\n'.repeat(50);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), sizes => {
      const pieces: string[] = [];
      for (let at = 0, turn = 0; at < text.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        pieces.push(text.slice(at, at + size));
        at += size;
      }
      assert.notEqual(called(pieces), undefined);
    }),
  );
});

test('different lines, and one between the same ones, are no loop', () => {
  assert.equal(called(Array.from({ length: 500 }, (_, i) => `line ${i}\n`)), undefined);
  assert.equal(called(Array.from({ length: 500 }, (_, i) => (i % 40 === 0 ? 'other\n' : 'again\n'))), undefined);
});

test('a table of zeros on one line, and empty lines, are no loop', () => {
  assert.equal(called([`${'0, '.repeat(5_000)}\n`, '\n'.repeat(500)]), undefined);
});
