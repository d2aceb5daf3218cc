import { lineNumber } from './change.ts';
import type { Language } from './language.ts';
import { mask, type Masked } from './mask.ts';
import { type Unit, unitsOf } from './unit.ts';

/** Code with all that the rules want to know about it. */
export interface Source {
  readonly code: string;
  readonly language: Language;
  readonly masked: Masked;
  /** The number that its first line has in its file; 1 when that is not known. */
  readonly firstLine: number;
}

/** Code whose functions are known too. */
export interface ReadSource extends Source {
  /** In order; inner ones behind outer ones. */
  readonly units: readonly Unit[];
}

/** Reads a code once, for any number of rules. */
export function readSource(code: string, language: Language, firstLine = 1): ReadSource {
  const source = { code, language, masked: mask(code, language), firstLine };
  return { ...source, units: unitsOf(source) };
}

/** The number that the line of an offset has in the file. */
export function lineOf({ code, firstLine }: Source, at: number): number {
  return lineNumber(code, at) + firstLine - 1;
}
