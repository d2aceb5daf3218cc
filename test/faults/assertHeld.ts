import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The test that holds a row elsewhere is there, under this name; what a loop puts into the name stands as it is written. */
export function assertHeld(file: string, name: string): void {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const before = ["'", '`'].flatMap(quote => text.split(`${quote}${name}${quote}`).slice(0, -1));
  assert.ok(
    before.some(code => code.trimEnd().endsWith('test(')),
    `${file} has no test '${name}'`,
  );
}
