import { isObject } from './isObject.ts';
import { parseJson, valuesOfList } from './parseJson.ts';

/** What is kept of one record. Times are wall-clock ms. */
export interface Slot<T> {
  readonly id: string;
  readonly addedAt: number;
  /** Of two versions of a slot, the one that was changed last counts. */
  readonly changedAt: number;
  /** undefined: removed; said, so that another window's older version does not bring it back. */
  readonly record?: T;
}

/** A list of records as several windows keep it: any two versions can be merged, in any order, to the same result. */
export interface MergeableList<T> {
  /** Nothing that was changed before counts any more. */
  readonly clearedAt: number;
  readonly slots: readonly Slot<T>[];
}

/** What became of a stored shelf: read, with the number of records in it that were none; or of no use. */
export type ReadList<T> = { readonly shelf: MergeableList<T>; readonly dropped: number } | 'unusable';

const format = 1;

export const emptyList = <T>(): MergeableList<T> => ({ clearedAt: 0, slots: [] });

/** The records, the last added first. */
export const recordsOf = <T>({ slots }: MergeableList<T>): readonly T[] =>
  slots.toSorted((a, b) => b.addedAt - a.addedAt).flatMap(({ record }) => (record === undefined ? [] : [record]));

/** A time for the next change: now, but after everything that is known, whatever the clocks of other windows said. */
export const nextTime = <T>({ clearedAt, slots }: MergeableList<T>, now: number): number =>
  slots.reduce(
    (latest, { addedAt, changedAt }) => Math.max(latest, addedAt + 1, changedAt + 1),
    Math.max(now, clearedAt + 1),
  );

/** The shelf with this slot instead of the one with the same id. */
export const withSlot = <T>(shelf: MergeableList<T>, slot: Slot<T>): MergeableList<T> => ({
  ...shelf,
  slots: [...shelf.slots.filter(({ id }) => id !== slot.id), slot],
});

/** What two windows know, together; at most `limit` records, and as many marks of removed ones. */
export function merge<T>(one: MergeableList<T>, other: MergeableList<T>, limit: number): MergeableList<T> {
  const clearedAt = Math.max(one.clearedAt, other.clearedAt);
  const latest = new Map<string, Slot<T>>();
  for (const slot of [...one.slots, ...other.slots]) {
    if (slot.changedAt > clearedAt && slot.changedAt >= (latest.get(slot.id)?.changedAt ?? 0))
      latest.set(slot.id, slot);
  }
  const slots = [...latest.values()].toSorted((a, b) => b.addedAt - a.addedAt);
  const [kept, removed] = [slots.filter(isKept), slots.filter(slot => !isKept(slot))];
  return { clearedAt, slots: [...kept.slice(0, limit), ...removed.slice(0, limit)] };
}

export const listText = <T>({ clearedAt, slots }: MergeableList<T>): string =>
  JSON.stringify({ format, clearedAt, records: slots });

/** Reads what `listText` wrote. Another format, such as that of a later version, is 'unusable'. */
export function readList<T>(text: string, read: (value: unknown) => T | undefined): ReadList<T> {
  const stored = parseJson(text, valuesOfList); // undefined: the caller sets it aside
  if (!isObject(stored) || stored['format'] !== format || !Array.isArray(stored['records'])) return 'unusable';
  const slots = stored['records'].map((slot: unknown) => readSlot(slot, read)).filter(slot => slot !== undefined);
  const clearedAt = numberOf(stored['clearedAt']) ?? 0;
  return { shelf: { clearedAt, slots }, dropped: stored['records'].length - slots.length };
}

const isKept = ({ record }: Slot<unknown>): boolean => record !== undefined;

function readSlot<T>(slot: unknown, read: (value: unknown) => T | undefined): Slot<T> | undefined {
  if (!isObject(slot) || typeof slot['id'] !== 'string') return undefined;
  const [addedAt, changedAt] = [numberOf(slot['addedAt']), numberOf(slot['changedAt'])];
  if (addedAt === undefined || changedAt === undefined) return undefined;
  if (slot['record'] === undefined) return { id: slot['id'], addedAt, changedAt };
  const record = read(slot['record']);
  return record === undefined ? undefined : { id: slot['id'], addedAt, changedAt, record };
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
