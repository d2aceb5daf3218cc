import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../src/core/shared/emitter.ts';
import { showBadge } from '../../../src/interaction/platform/showBadge.ts';

/** A view whose badge is taken down each time that it is set. */
function world() {
  const changed = new Emitter();
  const set: (string | undefined)[] = [];
  let badge: { readonly value: number; readonly tooltip: string } | undefined;
  const view = {
    get badge() {
      return badge;
    },
    set badge(next) {
      badge = next;
      set.push(next?.tooltip);
    },
  };
  let count = 0;
  const registered = showBadge(view, {
    count: () => count,
    text: value => `${value} left`,
    onDidChange: listener => changed.add(listener),
  });
  const become = (value: number): void => {
    count = value;
    changed.fire();
  };
  return { set, become, registered };
}

test('a number is shown with its words, and goes when there is nothing to count', () => {
  const { set, become } = world();
  for (const value of [2, 1, 0]) become(value);
  assert.deepEqual(set, ['2 left', '1 left', undefined]);
});

test('the same number is not drawn anew, and none not at all', () => {
  const { set, become } = world();
  for (const value of [0, 3, 3, 3]) become(value);
  assert.deepEqual(set, ['3 left']);
});

test('nothing is drawn after the end', () => {
  const { set, become, registered } = world();
  registered.dispose();
  become(1);
  assert.deepEqual(set, []);
});
