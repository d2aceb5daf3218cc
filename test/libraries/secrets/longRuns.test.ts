import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longRuns } from '../../../src/libraries/secrets/longRuns.ts';

test('every run of 18 characters and more is there, whole, and nothing else', () => {
  const pieces = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      'a'.repeat(17),
      'b'.repeat(18),
      '_'.repeat(19),
      'sk-proj-0aB1',
      ' ',
      '"',
      '\n',
      'é',
      '日本',
      '\uD83D',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces), parts => {
      const text = parts.join('');
      const runs = [...text.matchAll(/(?<![\w.~+/=:%$@!-])(?<run>[\w.~+/=:%$@!-]{18,})/g)];
      const withBefore = runs.map(({ index, 0: run }) => text.slice(Math.max(0, index - 1), index) + run);
      const found = longRuns(text);
      assert.equal(found.text, withBefore.join(' '));
      for (const { index, 0: run } of runs)
        assert.equal(found.placeOf(found.text.indexOf(run)), text.indexOf(run), `${index}`);
    }),
    { numRuns: Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 2_000) },
  );
});
