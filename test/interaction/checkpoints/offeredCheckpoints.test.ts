import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checkpoint } from '../../../src/interaction/checkpoints/checkpoint.ts';
import { offeredCheckpoints } from '../../../src/interaction/checkpoints/offeredCheckpoints.ts';

/** 'b<a' took a back, 'b~a' a part of it. In the order in which they were made. */
function offered(...history: readonly string[]): string {
  const all = history.map((each, at): Checkpoint => {
    const [id = '', taken] = each.split(/[<~]/);
    const made = { id, at, title: id, summary: '', files: [], size: 0 };
    return {
      ...made,
      ...(taken !== undefined && { takesBack: taken }),
      ...(each.includes('~') && { isPartial: true }),
    };
  });
  return offeredCheckpoints(all.toReversed())
    .map(({ checkpoint: { id }, bringsBack }) => (bringsBack ? `+${id}` : id))
    .join(' ');
}

test('edits that stand can be taken back, the newest first', () => {
  assert.equal(offered('a', 'b'), 'b a');
});

test('one that was taken back can be brought back, and then be taken back again', () => {
  assert.equal(offered('a', 'b', 't<a'), '+t b');
  assert.equal(offered('a', 'b', 't<a', 'u<t'), 'b a');
  assert.equal(offered('a', 'b', 't<a', 'u<t', 'v<a'), '+v b');
  assert.equal(offered('a', 'b', 't<a', 'u<t', 'v<a', 'w<v'), 'b a');
});

test('of one that was taken back in part both are offered', () => {
  assert.equal(offered('a', 't~a'), '+t a');
  assert.equal(offered('a', 't~a', 'u<t'), 'a');
});

test('when the edit is gone by its age, what took it back is still brought back', () => {
  assert.equal(offered('t<gone'), '+t');
  assert.equal(offered('t<gone', 'u<t'), 'u');
});

test('a list in which checkpoints take each other back ends', () => {
  assert.equal(offered('a<b', 'b<a'), 'b');
  assert.equal(offered('a<a'), '+a');
});
