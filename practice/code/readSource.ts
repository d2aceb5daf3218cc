import type { Language } from './language.ts';
import { mask } from './mask.ts';
import type { Source } from './source.ts';
import { type Unit, unitsOf } from './unit.ts';

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
