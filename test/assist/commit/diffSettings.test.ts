import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForeignDiff } from '../../../src/assist/commit/diffSettings.ts';

// https://github.com/zurawiki/gptcommit/issues/97
test('a diff of another program, of another form or with colours is known by the settings', () => {
  const of = ([key, value]: readonly [string, string]) =>
    isForeignDiff([
      { key: 'user.name', value: 'a' },
      { key, value },
    ]);
  assert.deepEqual(
    (
      [
        ['diff.external', 'difft'],
        ['diff.image.command', 'exif'],
        ['diff.noprefix', 'true'],
        ['diff.mnemonicPrefix', 'true'],
        ['color.ui', 'always'],
        ['color.ui', 'auto'],
        ['diff.renames', 'copies'],
        ['diff.algorithm', 'histogram'],
      ] as const
    ).map(of),
    [true, true, true, true, true, false, false, false],
  );
});
