import type { Finding } from '../../core/secrets/secretScan.ts';

/** Code that is about to be put into another file than it was asked about, perhaps. */
export interface CarriedCode {
  readonly code: string;
  /** What was found in it. */
  readonly found: readonly Finding[];
  /** The text that it was asked about, and what was found there; undefined: nowhere. */
  readonly source?: { readonly text: string; readonly found: readonly Finding[] };
  /** The whole text of the file that it is put into. */
  readonly into: string;
}

/** A shorter secret of the source, standing alone, may be a word of the code. */
const shortestKnown = 8;

/**
 * How many secrets the code carries into a file that does not hold them yet: a secret that was masked for the model is put
 * back in its answer, and would travel with it.
 */
export function carriedSecrets({ code, found, source, into }: CarriedCode): number {
  const known = source ? valuesOf(source.text, source.found).filter(({ length }) => length >= shortestKnown) : [];
  const values = new Set([...valuesOf(code, found), ...known]);
  const carried = [...values].filter(value => code.includes(value) && !into.includes(value));
  return carried.filter(value => !carried.some(other => other !== value && other.includes(value))).length;
}

/** Of several lines each is one: the code may hold a part of a key. */
const valuesOf = (text: string, found: readonly Finding[]): readonly string[] =>
  found.flatMap(({ start, end }) => linesOf(text.slice(start, end)));

const linesOf = (value: string): readonly string[] =>
  value
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
