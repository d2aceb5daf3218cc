import type { CodeToken } from '../reading/codeTokens.ts';
import { linePairs, type TokenLine } from './linePairs.ts';
import { replacedRuns, type ReplacedRun } from './replacedRuns.ts';
import type { Steps } from '../../shared/steps.ts';

/** A run of lines in which two codes differ, taken apart. */
export interface ChangedRun {
  /** Lines that are the same ones, changed: before and after. */
  readonly pairs: readonly (readonly [TokenLine, TokenLine])[];
  /** Lines of before that are neither there, nor changed, nor elsewhere. */
  readonly gone: readonly TokenLine[];
  /** Lines that have come, and were nowhere. */
  readonly come: readonly TokenLine[];
  /** Lines of after that stood elsewhere. */
  readonly moved: readonly TokenLine[];
  /** The 1-based line of the new code at which it begins, or would. */
  readonly line: number;
}

/** A code and its tokens. */
export interface TokenCode {
  readonly code: string;
  readonly tokens: readonly CodeToken[];
}

/** The runs in which two codes differ; none of codes that are overlong. */
export function* changedRuns(before: TokenCode, after: TokenCode): Steps<readonly ChangedRun[]> {
  const runs = yield* replacedRuns(before.code, after.code);
  const [own, written] = [byLine(before.tokens), byLine(after.tokens)];
  const moved = movedIn(runs);
  const found: ChangedRun[] = [];
  for (const { removed, added, line } of runs) {
    const [lost, fresh] = [removed.map(tokenLine(own)), added.map(tokenLine(written))];
    const pairs = yield* linePairs(lost, fresh);
    const paired = new Set(pairs.flat());
    const isLeft = (each: TokenLine): boolean => !paired.has(each) && !moved.has(each.text);
    found.push({
      pairs,
      gone: lost.filter(isLeft),
      come: fresh.filter(isLeft),
      moved: fresh.filter(each => !paired.has(each) && moved.has(each.text)),
      line,
    });
  }
  return found;
}

type Lines = ReadonlyMap<number, readonly CodeToken[]>;

const byLine = (tokens: readonly CodeToken[]): Lines =>
  Map.groupBy(
    tokens.filter(({ kind }) => kind !== 'comment'),
    ({ line }) => line,
  );

const tokenLine =
  (lines: Lines) =>
  ({ text, number }: ReplacedRun['added'][number]): TokenLine => ({ text, number, tokens: lines.get(number) ?? [] });

/** Lines that are gone in one place and have come in another. */
function movedIn(runs: readonly ReplacedRun[]): ReadonlySet<string> {
  const come = new Set(runs.flatMap(({ added }) => added.map(({ text }) => text)));
  return new Set(runs.flatMap(({ removed }) => removed.flatMap(({ text }) => (come.has(text) ? [text] : []))));
}
