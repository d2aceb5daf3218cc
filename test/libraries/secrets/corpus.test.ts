import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { leftOf, secretCorpus } from './written/secretCorpus.ts';

/** Texts over all formats: at least 1 000, of at least 40 formats. */
const texts = Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 2_000);
const formats = Object.entries(secretCorpus);

test('there are at least 40 formats', () => {
  assert.ok(formats.length >= 40);
});

for (const [format, planted] of formats) {
  test(`finds the whole of each secret wherever it stands: ${format}`, async () => {
    await fc.assert(
      fc.asyncProperty(planted, async one => {
        assert.ok(one.places.length > 0);
        assert.deepEqual(leftOf(one, await scanSecrets(one.text)), [], one.text);
      }),
      { numRuns: Math.ceil(texts / formats.length), seed: 20_26 },
    );
  });
}
