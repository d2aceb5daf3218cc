import { functionsOf } from '../code/units.ts';
import { unitAt, type NamedLines, type SourceFile, type Unit } from '../code/unit.ts';
import type { Release } from '../corpus/sources.ts';

/** A function as people changed it, from one release to the next. */
export interface RealEdit {
  readonly unit: Unit;
  readonly code: string;
  readonly release: string;
}

const [leastLines, mostLines] = [5, 150];
/** Of the lines of both, so many are the same: what is changed more is written anew, and no answer to "update". */
const leastAlike = 0.5;

/** The functions that one release has otherwise than the one before. */
export function realEditsBetween(earlier: Release, later: Release): readonly RealEdit[] {
  const byPath = new Map(earlier.files.map(file => [file.file, file]));
  const byName = Map.groupBy(earlier.files, ({ file }) => baseName(file));
  return later.files.flatMap(file => {
    const [alike, ...others] = byName.get(baseName(file.file)) ?? [];
    const before = byPath.get(file.file) ?? (others.length === 0 ? alike : undefined);
    if (!before || before.text === file.text || before.language !== file.language) return [];
    return changedFunctions(before, file).map(({ unit, code }) => ({ unit, code, release: later.name }));
  });
}

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function changedFunctions(before: SourceFile, after: SourceFile): readonly Omit<RealEdit, 'release'>[] {
  const now = uniqueByName(functionsOf(after));
  return [...uniqueByName(functionsOf(before))].flatMap(([name, lines]) => {
    const other = now.get(name);
    const unit = unitAt(before, [lines]);
    const code = other && unitAt(after, [other])?.code;
    return unit && code !== undefined && isChange(unit.code, code) ? [{ unit, code }] : [];
  });
}

/** Of functions of one name nobody knows which became which. */
function uniqueByName(functions: readonly NamedLines[]): ReadonlyMap<string, NamedLines> {
  const groups = Map.groupBy(functions, ({ name }) => name);
  return new Map([...groups].flatMap(([name, [one, ...others]]) => (one && others.length === 0 ? [[name, one]] : [])));
}

function isChange(before: string, after: string): boolean {
  const [one, other] = [before.split('\n'), after.split('\n')];
  const isOfSize = one.length >= leastLines && one.length <= mostLines && other.length <= mostLines;
  if (!isOfSize || before.replace(/\s/g, '') === after.replace(/\s/g, '')) return false;
  const left = new Map<string, number>();
  for (const line of one) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  let same = 0;
  for (const line of other) {
    const count = left.get(line.trim()) ?? 0;
    if (count > 0) same += 1;
    left.set(line.trim(), count - 1);
  }
  return (2 * same) / (one.length + other.length) >= leastAlike;
}
