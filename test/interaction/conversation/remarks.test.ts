import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../../../src/assist/tasks/ask.ts';
import { toldOf, withRemarks } from '../../../src/interaction/conversation/remarks.ts';
import { contextOf } from '../../assist/context.ts';

test('remarks have a notice of their own, or stand behind what else there is to say', () => {
  const other = { kind: 'failure', title: 'No answer', lines: ['why'] } as const;
  assert.deepEqual(
    [
      withRemarks(undefined, other),
      withRemarks(['a'], other),
      withRemarks(['a'], undefined),
      withRemarks([], undefined),
    ],
    [
      other,
      { ...other, lines: ['why', 'a'] },
      { kind: 'information', title: 'About this prompt file', lines: ['a'] },
      undefined,
    ],
  );
});

test('a turn says from its beginning what is known of how it was asked', () => {
  const context = contextOf({ isLineOnly: true });
  assert.deepEqual(toldOf({ assistance: ask, context, remarks: ['a'] }), {
    remark: 'Asked about line 3 only: no function or block was found around the cursor.',
    remarks: ['a'],
  });
});
