import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addedView } from '../../../src/interaction/added/addedView.ts';

test('what was added is shown with its tokens, and its name cannot break the line', () => {
  assert.deepEqual(addedView({ id: '1', name: 'a\nb', from: { kind: 'problems' }, tokens: 12 }), {
    id: '1',
    name: '#a b',
    tokens: '≈ 12 tokens',
    remove: 'Remove a b, about 12 tokens',
  });
});
