import type { Steps } from '../../core/shared/steps.ts';
import { anchor, type Astray } from '../anchor.ts';
import type { CodeMark } from '../codeMark.ts';
import { readCodeLines } from '../enclosing/codeLines.ts';
import { isSameCode } from './documented.ts';
import { commentEdit, type CommentEdit } from './commentEdit.ts';

/** A declaration, and the same with its comment, as `documented` gives it. */
export interface DocumentedCode {
  readonly original: string;
  readonly mark?: CodeMark | undefined;
  readonly replacement: string;
}

/** A text with several comments put to it. */
export interface AllDocumented<T> {
  /** What is replaced: from the first declaration that has a comment now to the end of the last one. */
  readonly start: number;
  readonly original: string;
  readonly replacement: string;
  readonly used: readonly T[];
  /** Those whose code has changed, or stands in several places by now. */
  readonly astray: readonly T[];
  /** Those whose comment would change more than comments. */
  readonly unfit: readonly T[];
}

interface Placed<T> {
  readonly one: T;
  readonly edit: CommentEdit;
  readonly from: number;
  readonly to: number;
}

/**
 * Puts all comments into one text, each to its declaration, which may have moved since it was asked about. The code of the whole
 * text stays what it is, which is looked at once more.
 */
export function* allDocumented<T extends DocumentedCode>(
  text: string,
  all: readonly T[],
  language: string,
): Steps<AllDocumented<T>> {
  const [placed, astray]: [Placed<T>[], T[]] = [[], []];
  for (const one of all) {
    const span: { readonly start: number; readonly end: number } | Astray = anchor(text, one);
    if (typeof span === 'string') astray.push(one);
    else placed.push({ one, edit: commentEdit(one, span.start), from: span.start, to: span.end });
    yield;
  }
  const apart = withoutOverlaps(placed);
  const fits = yield* fitting(text, apart, language);
  const unfit = placed.filter(each => !fits.includes(each)).map(({ one }) => one);
  const start = fits.reduce((least, { from }) => Math.min(least, from), fits[0]?.from ?? 0);
  const end = fits.reduce((most, { to }) => Math.max(most, to), start);
  const whole = applied(text, fits);
  return {
    start,
    original: text.slice(start, end),
    replacement: whole.slice(start, end + whole.length - text.length),
    used: fits.map(({ one }) => one),
    astray,
    unfit,
  };
}

/** In the order of the text; an insertion comes before what is replaced at the same place. */
function withoutOverlaps<T>(placed: readonly Placed<T>[]): readonly Placed<T>[] {
  const sorted = [...placed].sort((one, other) => one.edit.from - other.edit.from || one.edit.to - other.edit.to);
  let end = 0;
  return sorted.filter(({ edit }) => {
    const isApart = edit.from >= end;
    if (isApart) end = Math.max(edit.to, end);
    return isApart;
  });
}

/** Those that leave the code of the whole text as it is; where not all do together, each is tried for itself. */
function* fitting<T>(text: string, placed: readonly Placed<T>[], language: string): Steps<readonly Placed<T>[]> {
  const before = yield* readCodeLines(text.replaceAll('\r\n', '\n'), language);
  function* isFit(some: readonly Placed<T>[]): Steps<boolean> {
    const after = yield* readCodeLines(applied(text, some).replaceAll('\r\n', '\n'), language);
    return isSameCode(before, after);
  }
  if (yield* isFit(placed)) return placed;
  const alone: Placed<T>[] = [];
  for (const one of placed) if (yield* isFit([one])) alone.push(one);
  return (yield* isFit(alone)) ? alone : [];
}

function applied(text: string, placed: readonly Pick<Placed<unknown>, 'edit'>[]): string {
  const parts: string[] = [];
  let done = 0;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  for (const { edit } of placed) {
    parts.push(text.slice(done, edit.from), edit.text.replace(/\r?\n/g, lineEnd));
    done = edit.to;
  }
  return parts.join('') + text.slice(done);
}
