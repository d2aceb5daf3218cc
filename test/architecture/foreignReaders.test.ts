import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { foreignReaders } from './readers/foreignReaders.ts';
import { hostileTexts } from './readers/hostileTexts.ts';

/** How long it takes, also at its limit, is measured by `bench/guards/readers.ts`; here it must end at all, which squared time would not do. */
const ceilingMs = 120_000;

suite('a reader of foreign text comes to an end, whatever the text', () => {
  for (const { name, limit, grammars, given, read } of foreignReaders)
    test(name, { timeout: ceilingMs }, async () => {
      for (const length of new Set([10_000, 100_000].map(size => Math.min(size, limit))))
        for (const { of } of hostileTexts(...grammars))
          await assert.doesNotReject(async () => read(given ? given(of(length)) : of(length)));
    });
});

test('no two readers have one name', () => {
  const names = foreignReaders.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
