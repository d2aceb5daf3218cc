import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takenNames } from '../../../src/assist/names/takenNames.ts';
import { contextOf } from '../context.ts';

test('names of the code around are taken, members, comments and texts are not', () => {
  const context = contextOf({ before: 'const a = b.c; // d\n', code: 'f("e");\n', after: 'größe();\n' });
  assert.deepEqual([...takenNames(context)].sort(), ['a', 'b', 'const', 'f', 'größe']);
});

test('of a long file the nearest lines are looked at', () => {
  const context = contextOf({ before: `far();\n${'\n'.repeat(30_000)}near();\n` });
  const taken = takenNames(context);
  assert.deepEqual([taken.has('far'), taken.has('near')], [false, true]);
});
