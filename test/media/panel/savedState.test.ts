import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSavedState } from '../../../media/panel/savedState.ts';

const read = (saved: unknown, panel = 'p1') =>
  readSavedState({ getState: () => saved, setState: () => undefined, postMessage: () => undefined }, panel);

test('a page that comes back has what it had', () => {
  const saved = { panel: 'p1', draft: 'half', scrollTop: 30, atEnd: true, drafts: { p0: 'older' } };
  assert.deepEqual(read(saved), saved);
});

test('a page that is given to another conversation begins at its top, and keeps what was being written', () => {
  const saved = { panel: 'p1', draft: 'half', scrollTop: 30, atEnd: true };
  const other = read(saved, 'p2');
  assert.deepEqual(other, { panel: 'p2', draft: '', scrollTop: 0, atEnd: false, drafts: { p1: 'half' } });
  assert.equal(read(other, 'p1').draft, 'half');
});

for (const saved of [
  undefined,
  null,
  7,
  'x',
  {},
  { panel: 'p1', draft: 7, scrollTop: 'x', atEnd: 1, drafts: 'x' },
  { drafts: { p2: 1 } },
]) {
  test(`what is not a state of ours counts as none: ${JSON.stringify(saved)}`, () => {
    assert.deepEqual(read(saved), { panel: 'p1', draft: '', scrollTop: 0, atEnd: false, drafts: {} });
  });
}
