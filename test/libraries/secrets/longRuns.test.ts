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
      assert.equal(longRuns(text), (text.match(/[\w.~+/=:%$@-]{18,}/g) ?? []).join(' '));
    }),
    { numRuns: Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 2_000) },
  );
});
