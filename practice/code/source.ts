import type { Language } from './language.ts';
import { mask, type Masked } from './mask.ts';
import { type Unit, unitsOf } from './unit.ts';

/** Code with all that the rules want to know about it. */
export interface Source {
  readonly code: string;
  readonly language: Language;
  readonly masked: Masked;
}

/** Code whose functions are known too. */
export interface ReadSource extends Source {
  /** In order; inner ones behind outer ones. */
  readonly units: readonly Unit[];
}

/** Reads a code once, for any number of rules. */
export function readSource(code: string, language: Language): ReadSource {
  const source = { code, language, masked: mask(code, language) };
  return { ...source, units: unitsOf(source) };
}
