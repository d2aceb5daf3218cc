import type { Finding } from '../../core/secrets/secretScan.ts';
import type { LongRuns } from './longRuns.ts';
import { secretTokens } from './secretTokens.ts';
import { afterEdge, type TokenRow } from './rows/tokenRow.ts';
import { WordFinder } from './wordFinder.ts';

const literally = (text: string): string => text.replace(/[.$/+]/g, '\\$&');
const classOf = (then: string): string => then.replaceAll('/', '\\/');

/** Grouped by the first two characters: where none of them stands, the two hundred rows are not tried one by one. */
function anyOf(rows: readonly TokenRow[], from = 0): string {
  if (from === 2) return rows.map(row => rest(row)).join('|');
  const groups = Map.groupBy(rows, ([, begins]) => begins.charAt(from));
  return [...groups].map(([first, group]) => `${literally(first)}(?:${anyOf(group, from + 1)})`).join('|');
}

const rest = ([, begins, then, least]: TokenRow): string =>
  `${literally(begins.slice(2))}[${classOf(then)}]{${least},}`;

// the longest beginning first: dp.pt. before dp., sk-ant- before sk-
const rows = secretTokens.toSorted((a, b) => b[1].length - a[1].length);
const beginnings = new Set(rows.map(([, begins]) => begins.charAt(0)));
// one expression for all: looking for each beginning by itself takes three times as long
const anyToken = new RegExp(`${afterEdge}(?=[${[...beginnings].join('')}])(?:${anyOf(rows)})`, 'g');

const anyBeginning = new WordFinder(rows.map(([, begins]) => begins));

/** Secrets that are known by how they begin. */
export function findTokens(runs: LongRuns): readonly Finding[] {
  if (anyBeginning.wordsIn(runs.text).size === 0) return [];
  return [...runs.text.matchAll(anyToken)].map(({ index, 0: token }) => ({
    start: runs.placeOf(index),
    end: runs.placeOf(index) + token.length,
    kind: rows.find(([, begins]) => token.startsWith(begins))?.[0] ?? 'token',
  }));
}
