import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scanSecrets } from '../../../../src/libraries/secrets.ts';
import { keysWithoutArmour } from '../written/keysWithoutArmour.ts';
import { leftOf, planted } from '../written/secretCorpus.ts';

const runs = Math.ceil(Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 700) / 35);
const formats = Object.entries(keysWithoutArmour).filter(([format]) => !format.endsWith('without armour'));

for (const [format, texts] of formats) {
  test(`a private key that is known by the names of its parts is masked whole: ${format}`, async () => {
    for (const text of fc.sample(texts, { numRuns: runs, seed: 20_26 })) {
      const one = planted(format, text);
      assert.deepEqual(leftOf(one, await scanSecrets(one.text)), [], one.text);
    }
  });
}

test('a sentence of twelve words is no mnemonic', async () => {
  const text = 'mnemonic: twelve words that are drawn from the list and that nobody else may know today';
  assert.deepEqual(await scanSecrets(text), []);
});
