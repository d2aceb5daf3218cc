import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultRows } from './rows/all.ts';
import type { Row } from './stage/row.ts';

const rows: readonly Row[] = Object.values(faultRows).flat();

/** The numbers of the matrix: eight sections, with gaps between them. */
const numbers = [
  [1, 26],
  [30, 58],
  [60, 69],
  [70, 82],
  [90, 124],
  [130, 143],
  [150, 166],
  [170, 190],
].flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, at) => `F${first + at}`));

test('every number of the matrix stands in the table, and no other', () => {
  const present = new Set(rows.map(({ id }) => id));
  assert.deepEqual([...present].toSorted(), numbers.toSorted());
});

test('no two cases have the same name', () => {
  const names = rows.map(({ id, variant = '', wires = '' }) => `${id} ${variant} ${wires.toString()}`);
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  );
});

test('every row is played, held by a test elsewhere, or pending for a reason', () => {
  const empty = rows.filter(
    ({ alone, backup, neighbour, watched, watchedBackup, course, heldBy, pending }) =>
      !(alone ?? backup ?? neighbour ?? watched ?? watchedBackup ?? course ?? heldBy ?? pending),
  );
  assert.deepEqual(
    empty.map(({ id }) => id),
    [],
  );
});
