import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsIn, pathFrom } from '../../../src/assist/instructions/imports.ts';

test('people, packages and addresses are no imports', () => {
  assert.deepEqual(importsIn('@alice me@x.md @types/node @ a@b.md', 'CLAUDE.md'), []);
});

test('an import may stand anywhere in a line, with a full stop behind it, and counts once', () => {
  assert.deepEqual(importsIn('See @docs/a.md, and @./docs/a.md.\n- @b.txt', 'CLAUDE.md'), ['docs/a.md', 'b.txt']);
});

test('a path that leaves the folder is none', () => {
  assert.deepEqual([pathFrom('a/b.md', '../../c.md'), pathFrom('a/b.md', '../c.md')], [undefined, 'c.md']);
});
