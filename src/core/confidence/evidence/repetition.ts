import { answerCode, type Material } from './assessor.ts';
import { filledLines, type FilledLine } from './filledLines.ts';
import { writtenAgain } from './writtenAgain.ts';
import type { Steps } from '../../shared/steps.ts';
import type { Sign } from '../../model/answer.ts';

const leastTimes = 50; // F140
const longestPeriodLines = 20;
const shortestLoopCharacters = 2_000;
const longestPeriodCharacters = 100;

/**
 * The model went round in circles: lines that repeat (one, or a group of them), or one line that repeats within itself. Hard
 * when the answer ends in it, for then it never came out. Of code see `writtenAgain` too. Facts: how often, and on which line
 * it begins.
 */
export function* repetition(material: Material): Steps<readonly Sign[]> {
  const text = answerCode(material) ?? material.text;
  const lines = text.split('\n').length < leastTimes ? [] : filledLines(text); // too few to repeat so often
  const loop = longestLoop(lines);
  if (loop && loop.times > 2 * (longestLoop(filledLines(material.expects.code))?.times ?? 0)) {
    return [sign(loop.toEnd ? 'hard' : 'soft', { times: loop.times, line: loop.line })];
  }
  const times = loopWithinLine(text);
  if (times > 0 && loopWithinLine(material.expects.code) === 0) return [sign('hard', { times })];
  const often = mostFrequent(lines);
  const isOften = often >= leastTimes && often > lines.length / 2;
  if (isOften && often > 2 * mostFrequent(filledLines(material.expects.code))) return [sign('soft', { times: often })];
  const code = answerCode(material);
  const again =
    material.expects.form === 'prose' && material.expects.json === undefined ? loopAtEnd(material.reply.prose) : 0;
  if (again > 0) return [sign('soft', { times: again })];
  return code === undefined ? [] : yield* writtenAgain(code, material.expects.code);
}

const sign = (weight: Sign['weight'], facts: Sign['facts']): Sign => ({ code: 'repeats', weight, facts });

interface Loop {
  readonly times: number;
  readonly line: number;
  readonly toEnd: boolean;
}

/** The run of lines, each equal to the one `period` lines before, that repeats most often; undefined: none does so too often. */
function longestLoop(lines: readonly FilledLine[]): Loop | undefined {
  let longest: Loop | undefined;
  for (let period = 1; period <= Math.min(longestPeriodLines, lines.length / 10); period += 1) {
    for (let start = 0, end = period; end <= lines.length; end += 1) {
      if (end < lines.length && lines[end]?.text === lines[end - period]?.text) continue;
      const times = Math.floor((end - start) / period);
      const isLoop = times >= (period === 1 ? leastTimes : leastTimes / 5) && end - start >= leastTimes;
      if (isLoop && times > (longest?.times ?? 0) && says(lines.slice(start, start + period))) {
        longest = { times, line: lines[start]?.number ?? 1, toEnd: end === lines.length };
      }
      start = end - period + 1;
    }
  }
  return longest;
}

const says = (lines: readonly FilledLine[]): boolean => lines.some(line => /[\p{L}\p{N}]/u.test(line.text));

/** How often the end of the text repeats within itself, 0 if it does not: "and so on and so on and so on". */
function loopWithinLine(text: string): number {
  const end = text.trimEnd().slice(-shortestLoopCharacters);
  if (end.length < shortestLoopCharacters) return 0;
  for (let period = 3; period <= longestPeriodCharacters; period += 1) {
    if (end.startsWith(end.slice(period)) && wordy(end.slice(0, period))) return Math.floor(end.length / period);
  }
  return 0;
}

const mostAtEnd = 6_000;
const leastAtEnd = 5;

/** How often words at the end of a text are said again right after each other; 0: not so often that it is none of a person's. */
function loopAtEnd(text: string): number {
  const end = text.trimEnd().slice(-mostAtEnd);
  for (let period = 3; period <= longestPeriodCharacters; period += 1) {
    let same = 0;
    while (same < end.length - period && end[end.length - 1 - same] === end[end.length - 1 - same - period]) same += 1;
    const times = Math.floor(same / period) + 1;
    if (times >= leastAtEnd && wordy(end.slice(-period))) return times;
  }
  return 0;
}

const wordy = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 3 && new Set(text).size >= 3;

/** How often the most frequent line stands there; short ones (brackets, tags) do not count. */
function mostFrequent(lines: readonly FilledLine[]): number {
  const counts = new Map<string, number>();
  for (const { text } of lines)
    if (text.length >= 12 && /\p{L}/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0);
}
