import { filledLines, isOverlong, type FilledLine } from './filledLines.ts';
import type { Steps } from '../../shared/steps.ts';
import type { Sign } from '../../model/answer.ts';

/** Groups of more lines are looked for only where all of the code stands there twice: else it takes their number times the lines. */
const longestGroup = 40;
/** So often a line, or a group of lines, must say the same right after itself: fewer times are written by people. Chosen. */
const leastTimes = (lines: number): number => (lines === 1 ? 4 : lines < 4 ? 3 : 2);
/** So many letters and digits a group must have: brackets, tables and blank cells are repeated by people. */
const leastCharacters = 12;

/**
 * Code that the model has written again right after itself: all of it (hard, for it would stand there twice), or a line or group
 * of lines (soft) more often than the selection does. Facts: how often, and on which line it begins.
 */
export function* writtenAgain(code: string, before: string): Steps<readonly Sign[]> {
  if (isOverlong(code) || isOverlong(before)) return [];
  const lines = filledLines(code);
  yield;
  const half = lines.length / 2;
  if (isTwice(lines) && !isTwice(filledLines(before)))
    return [{ code: 'repeats', weight: 'hard', facts: { times: 2, line: lines[half]?.number ?? 1 } }];
  const [most] = (yield* groupsIn(lines)).toSorted((one, other) => other.times * other.lines - one.times * one.lines);
  if (!most) return [];
  const ownTimes = new Map((yield* groupsIn(filledLines(before))).map(({ text, times }) => [text, times]));
  if (most.times <= (ownTimes.get(most.text) ?? 1)) return [];
  return [{ code: 'repeats', weight: 'soft', facts: { times: most.times, line: most.line } }];
}

/** Is the second half what the first one is? */
function isTwice(lines: readonly FilledLine[]): boolean {
  const half = lines.length / 2;
  if (!Number.isInteger(half) || half < 3) return false;
  return lines.slice(0, half).every(({ text }, at) => text === lines[at + half]?.text);
}

/** A group of lines that stands there several times in a row. */
interface Group {
  readonly text: string;
  readonly lines: number;
  readonly times: number;
  /** Where it begins, 1-based. */
  readonly line: number;
}

function* groupsIn(lines: readonly FilledLine[]): Steps<readonly Group[]> {
  const groups: Group[] = [];
  for (let period = 1; period <= Math.min(longestGroup, lines.length / 2); period += 1) {
    for (let start = 0, end = period; end <= lines.length; end += 1) {
      if (end < lines.length && lines[end]?.text === lines[end - period]?.text) continue;
      const times = Math.floor((end - start) / period);
      const first = lines.slice(start, start + period);
      if (times >= leastTimes(period) && says(first))
        groups.push({ text: textOf(first), lines: period, times, line: lines[start]?.number ?? 1 });
      start = end - period + 1;
    }
    yield;
  }
  return groups;
}

const textOf = (lines: readonly FilledLine[]): string => lines.map(({ text }) => text).join('\n');

const says = (lines: readonly FilledLine[]): boolean => {
  const characters = textOf(lines).match(/[\p{L}\p{N}]/gu) ?? [];
  return characters.length >= leastCharacters && new Set(characters).size >= 6;
};
