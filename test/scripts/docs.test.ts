import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { generatedPages } from '../../scripts/docs.ts';
import { vendorProfiles } from '../faults/vendors/vendorProfile.ts';

const root = path.join(import.meta.dirname, '../..');

for (const [file, make] of generatedPages) {
  test(`${file} says what the tests play: npm run docs brings it up to date`, async () => {
    assert.equal(readFileSync(path.join(root, file), 'utf8'), await make());
  });
}

test('the README names every provider that was tried', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');
  const missing = vendorProfiles()
    .map(({ name }) => name.replace(/ \(.*/, ''))
    .filter(name => !readme.includes(name));
  assert.deepEqual(missing, []);
});
