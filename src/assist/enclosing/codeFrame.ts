import type { Header } from './headers.ts';
import type { LineRange } from './lineRange.ts';

/** Lines that may be asked about together. */
export interface EnclosingBlock extends LineRange {
  /** 'statement': of several lines, at the top of the file; for where there is nothing better. */
  readonly kind: 'function' | 'type' | 'statement';
}

/** A bracket that is open, and the statement in it that is being read. */
export interface CodeFrame {
  readonly bracket: string;
  readonly kind: Header['within'];
  /** Where the words begin that the bracket belongs to. */
  readonly from: number;
  readonly indent: number;
  readonly isInFunction: boolean;
  /** The statement: where it begins, what was read of it, and from where on the rest is to be read. */
  start: number;
  words: string;
  read: number;
  /** An arrow whose body has no braces stands in it. */
  hasArrow: boolean;
  /** The statements before it, for parameters that are declared behind their list. */
  before: readonly { readonly start: number; readonly words: string }[];
}

export const isEnclosing = (kind: CodeFrame['kind']): kind is 'function' | 'type' =>
  kind === 'function' || kind === 'type';

export const frameOf = (
  given: Pick<CodeFrame, 'bracket' | 'kind' | 'from' | 'indent' | 'isInFunction'>,
  start: number,
): CodeFrame => ({ ...given, start, words: '', read: start, hasArrow: false, before: [] });

/** Another statement begins in it. */
export function restart(frame: CodeFrame, at: number): void {
  Object.assign(frame, { start: at, words: '', read: at, hasArrow: false });
}
