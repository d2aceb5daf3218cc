import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSecrets } from '../../../src/libraries/secrets.ts';

const filler = 'const value = compute(first, second);\n';
const token = `ghp_${'aB3dE5fG7hJ9'.repeat(3)}`;

test('a secret is found whole wherever the stretches of a long text begin and end', async () => {
  // around the end of the first stretch of 24 KB, in lines and without any
  for (const piece of [filler, 'compute(first); '])
    for (let length = 24_400; length < 24_640; length += 5) {
      const before = piece.repeat(2_000).slice(0, length);
      const text = `${before} a = "${token}"; apiKey = "0a1b2c3d4e5f6a7b8c9d";\n${filler.repeat(400)}`;
      const found = new Set((await scanSecrets(text)).map(({ start, end }) => text.slice(start, end)));
      assert.deepEqual([...found].toSorted(), ['0a1b2c3d4e5f6a7b8c9d', token], String(length));
    }
});

test('a value that is longer than several stretches is masked to its end', async () => {
  const long = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5'.repeat(6_000);
  const text = `${filler}REFRESH_TOKEN=${long}\n${filler}`;
  const letters = text.split('');
  for (const { start, end } of await scanSecrets(text)) letters.fill('', start, end);
  assert.equal(letters.join(''), `${filler}REFRESH_TOKEN=\n${filler}`);
});

test('others have their turn while a long text is searched', async () => {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await scanSecrets('password = "x'.repeat(100_000));
  isDone = true;
  assert.ok(turns > 20, String(turns));
});
