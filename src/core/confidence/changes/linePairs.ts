import type { CodeToken } from '../reading/codeTokens.ts';
import type { Steps } from '../../shared/steps.ts';

/** A line of a code with its tokens; those of a text or comment that began before belong to its first line. */
export interface TokenLine {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** Without comments. */
  readonly tokens: readonly CodeToken[];
}

/** Lines of which so much is the same are one line, changed. Chosen. */
const leastAlike = 0.5;
/** More pairs of lines are not compared. */
const mostCompared = 10_000;

/**
 * Which lines of what is gone are which of what has come, changed: as much as possible of both, in order. Larger runs are not
 * compared, and have none.
 */
export function* linePairs(
  removed: readonly TokenLine[],
  added: readonly TokenLine[],
): Steps<readonly (readonly [TokenLine, TokenLine])[]> {
  if (removed.length * added.length > mostCompared) return [];
  const counts = added.map(countsOf);
  const likeness: number[][] = [];
  const best: number[][] = [new Array<number>(added.length + 1).fill(0)];
  for (const line of removed) {
    const own = countsOf(line);
    const alike = added.map((other, at) => likenessOf([line, own], [other, counts[at] ?? new Map()]));
    likeness.push(alike);
    best.push(nextRow(best.at(-1) ?? [], alike));
    yield;
  }
  return walkBack({ removed, added, likeness, best });
}

function nextRow(above: readonly number[], alike: readonly number[]): number[] {
  const row = [0];
  for (const [at, likeness] of alike.entries()) {
    const paired = likeness >= leastAlike ? (above[at] ?? 0) + likeness : 0;
    row.push(Math.max(above[at + 1] ?? 0, row[at] ?? 0, paired));
  }
  return row;
}

interface Table {
  readonly removed: readonly TokenLine[];
  readonly added: readonly TokenLine[];
  readonly likeness: readonly (readonly number[])[];
  readonly best: readonly (readonly number[])[];
}

function walkBack({ removed, added, likeness, best }: Table): readonly (readonly [TokenLine, TokenLine])[] {
  const pairs: (readonly [TokenLine, TokenLine])[] = [];
  let [one, other] = [removed.length, added.length];
  while (one > 0 && other > 0) {
    const value = best[one]?.[other] ?? 0;
    if (value === best[one - 1]?.[other]) one -= 1;
    else if (value === best[one]?.[other - 1]) other -= 1;
    else {
      const [line, changed] = [removed[one - 1], added[other - 1]];
      if (line && changed && (likeness[one - 1]?.[other - 1] ?? 0) >= leastAlike) pairs.push([line, changed]);
      [one, other] = [one - 1, other - 1];
    }
  }
  return pairs.toReversed();
}

type Counts = ReadonlyMap<string, number>;

function countsOf({ tokens }: TokenLine): Counts {
  const counts = new Map<string, number>();
  for (const { text } of tokens) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** The share of tokens that both have, 0 to 1. */
function likenessOf([line, own]: readonly [TokenLine, Counts], [other, counts]: readonly [TokenLine, Counts]): number {
  const all = line.tokens.length + other.tokens.length;
  if (all === 0) return line.text === other.text ? 1 : 0;
  let common = 0;
  for (const [text, count] of own) common += Math.min(count, counts.get(text) ?? 0);
  return (2 * common) / all;
}
