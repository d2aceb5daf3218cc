import { lineNumber } from './change.ts';
import type { Language } from './language.ts';
import type { Masked } from './mask.ts';

/** Code with all that the rules want to know about it. */
export interface Source {
  readonly code: string;
  readonly language: Language;
  readonly masked: Masked;
  /** The number that its first line has in its file; 1 when that is not known. */
  readonly firstLine: number;
}

/** The number that the line of an offset has in the file. */
export function lineOf({ code, firstLine }: Source, at: number): number {
  return lineNumber(code, at) + firstLine - 1;
}
