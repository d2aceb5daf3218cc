import type { Assistance, Context } from '../../assist/assistance.ts';
import type { SignCode } from '../../core/model/answer.ts';

/** What was asked in a turn, so that it can be asked again. */
export interface AskRequest {
  readonly assistance: Assistance;
  readonly context: Context;
  /** Where an edit would go; undefined: nowhere. */
  readonly place?: EditPlace;
  /** It goes on where this text broke off, for the `count`th time; the answer began in the turn `first`. */
  readonly continues?: { readonly text: string; readonly count: number; readonly first: string };
}

export interface EditPlace {
  readonly uri: string;
  /** Offset of the original code in the document when it was asked about. */
  readonly start: number;
}

/** A replacement that the user may look at as a diff. */
export interface Proposal {
  readonly place: EditPlace;
  readonly original: string;
  readonly replacement: string;
  readonly title: string;
}

export interface AskOptions {
  readonly title: string;
  readonly fresh?: boolean;
  readonly only?: readonly string[];
  readonly doubts?: readonly SignCode[];
  /** It may go over the budget. */
  readonly overBudget?: boolean;
}
