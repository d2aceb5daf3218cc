import type { Target } from '../../core/model/target.ts';
import { declaredTargets } from './declaredTargets.ts';
import type { TargetEntry } from './entryFields.ts';
import { entryOf, type Knowledge } from './targetEntry.ts';

/** Where a new target stands among those of its own server: before them or after them. */
export type SettingsPlace = 'first' | 'last';

interface Addition {
  /** What the user's setting holds now, whatever it is. */
  readonly stored: unknown;
  readonly added: readonly TargetEntry[];
  readonly place: SettingsPlace;
  /** The targets in use while the setting is empty. */
  readonly automatic: readonly Target[];
  readonly knowledge: Knowledge;
}

interface Row {
  readonly entry: unknown;
  /** undefined: an entry that cannot be used; it is the user's, so it stays. */
  readonly target: Target | undefined;
}

/**
 * The list of targets with some added: beside the others of the same server, else before what runs on this machine (which is
 * asked last), else at the end. One with the same id is replaced. The first added ones bring the automatic ones along, except
 * those of their own server, whose place they take.
 */
export function withTargets({ stored, added, place, automatic, knowledge }: Addition): readonly unknown[] {
  const rowOf = (entry: unknown): Row => ({ entry, target: declaredTargets([entry], knowledge, ignore)[0] });
  const isListed = Array.isArray(stored) && stored.length > 0;
  const before: readonly Row[] = isListed
    ? stored.map(rowOf)
    : automatic.map(target => ({ entry: entryOf(target, target.model, knowledge), target }));
  const newRows = added.map(rowOf);
  const after = newRows.reduce((rows, row) => withRow(row, rows, place), before);
  const replaced = isListed ? [] : before.filter(row => newRows.some(newRow => isSameServer(row, newRow)));
  return after.filter(row => !replaced.includes(row)).map(({ entry }) => entry);
}

/** What the chain is made of that names what was added. */
export type ChainAddition = Pick<Addition, 'stored' | 'added' | 'place' | 'knowledge'>;

/**
 * The user's chain with the added targets in it, for who adds one wants it asked; undefined: the chain is not written, or names
 * them already, or has 'auto' in it, which stands for them.
 */
export function chainWith({ stored, added, place, knowledge }: ChainAddition): readonly unknown[] | undefined {
  if (!Array.isArray(stored) || stored.includes('auto')) return undefined;
  const ids = declaredTargets(added, knowledge, ignore).map(({ id }) => id);
  const missing = ids.filter(id => !stored.includes(id));
  if (missing.length === 0) return undefined;
  return place === 'first' ? [...missing, ...(stored as unknown[])] : [...(stored as unknown[]), ...missing];
}

function withRow(row: Row, rows: readonly Row[], place: SettingsPlace): readonly Row[] {
  const others = rows.filter(({ target }) => target === undefined || target.id !== row.target?.id);
  return others.toSpliced(indexFor(row, others, place), 0, row);
}

function indexFor(added: Row, rows: readonly Row[], place: SettingsPlace): number {
  const isNeighbour = (row: Row): boolean => isSameServer(row, added);
  const neighbour = place === 'first' ? rows.findIndex(isNeighbour) : rows.findLastIndex(isNeighbour) + 1;
  if (rows.some(isNeighbour)) return neighbour;
  const local = added.target?.loopback === true ? -1 : rows.findIndex(({ target }) => target?.loopback === true);
  return local === -1 ? rows.length : local;
}

const isSameServer = (one: Row, other: Row): boolean =>
  one.target !== undefined && one.target.origin === other.target?.origin;

/** Problems of what is already listed are named when the settings are read. */
const ignore = (): void => undefined;
