import type { ReadSource } from '../code/readSource.ts';
import type { Unit } from '../code/unit.ts';

/** One kind of edit that can be made by rules. */
export interface EditRule {
  /** Whether an instruction asks for it. */
  readonly sign: RegExp;
  /** The code with the edit made; the code as it was when there is nothing to do. */
  readonly apply: (source: ReadSource, instruction: string) => string;
}

/** The functions that an instruction speaks of by name; all of them when it names none. */
export function unitsMeant({ units }: ReadSource, instruction: string): readonly Unit[] {
  const named = units.filter(({ name }) => isNamed(name, instruction));
  return named.length > 0 ? named : units;
}

/** A name that is an ordinary word, like `add`, counts only where the instruction uses it as a name. */
function isNamed(name: string, instruction: string): boolean {
  const safe = name.replace(/\$/g, '\\$&');
  const isOrdinary = /^[a-z]+$/.test(name);
  const before = isOrdinary ? '(?:\\b(?:to|in|of|for|from|function|method)\\s+|[`\'"])' : '(?<![\\w$])';
  return new RegExp(`${before}${safe}(?![\\w$])|(?<![\\w$])${safe}\\(\\)`).test(instruction);
}

/** Without those that stand inside of another one of the list. */
export function outermost(units: readonly Unit[]): readonly Unit[] {
  return units.filter(
    unit => !units.some(other => other !== unit && other.bodyStart <= unit.start && unit.bodyEnd <= other.bodyEnd),
  );
}
