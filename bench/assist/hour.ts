import { readFileSync } from 'node:fs';
import type { Task } from '../../src/core/model/purpose.ts';
import { chanceOf } from '../chaos/server/chance.ts';

/** A question in a developer's hour, and what the file looked like then. */
export interface AskedAt {
  readonly atMs: number;
  readonly file: string;
  readonly language: string;
  readonly lines: readonly string[];
  /** 0-based, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly task: Task;
  readonly words: string;
  /** It goes on with the conversation of the question before it. */
  readonly isFollowUp: boolean;
  /** What was changed before it, the last first. */
  readonly changed: readonly Changed[];
}

/** A place at which somebody typed or accepted an edit. */
interface Changed {
  readonly file: string;
  /** 0-based. */
  readonly line: number;
}

/** What is worked on: files of some hundred lines as they are here, and a long one of a package. */
const files = [
  'src/core/prompt/cut.ts',
  'src/core/budget/ledger.ts',
  'src/providers/wire/answerBuilder.ts',
  'src/core/prompt/estimateTokens.ts',
  'node_modules/ignore/index.js',
];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What people ask; the words matter for nothing but their length. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  explain: [''],
  ask: [
    'Why is this done here and not by the caller?',
    'What happens if this is called twice at the same time, and who would notice it first?',
    'Is there a case in which the result is negative?',
    'Could the loop be left earlier?',
  ],
  edit: [
    'Return early where there is nothing to do.',
    'Give the numbers names, and say in a comment where they come from.',
    'Handle the case of an empty list.',
  ],
};

/**
 * An hour, decided by its number: spells of work on one file with questions half a minute to three minutes apart, of which
 * some go on with the answer before, some change the code; the developer types in between; between the spells there is a
 * pause, of more than five minutes in two of five cases; then the same file again, or another one.
 */
export function hourOf(number: number): readonly AskedAt[] {
  let drawn = 0;
  const chance = (): number => chanceOf(number, (drawn += 1));
  const between = (low: number, high: number): number => low + chance() * (high - low);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance() * all.length)];
  const texts = new Map(files.map(file => [file, readFileSync(file, 'utf8').split('\n')]));
  const asked: AskedAt[] = [];
  let changed: readonly Changed[] = [];
  let file = pick(files) ?? '';
  for (let atMs = between(0, minuteMs); atMs < hourMs; atMs += pauseMs(chance(), chance())) {
    if (chance() < 0.3) file = pick(files) ?? file;
    const lines = texts.get(file) ?? [];
    let place = Math.floor(between(0, lines.length - 30));
    const questions = 3 + Math.floor(between(0, 7));
    for (let index = 0; index < questions && atMs < hourMs; index += 1) {
      const before = asked.at(-1);
      const isFollowUp = index > 0 && before !== undefined && before.task !== 'edit' && chance() < 0.35;
      if (!isFollowUp) place = Math.max(0, Math.min(lines.length - 30, place + Math.floor(between(-60, 60))));
      const task: Task = isFollowUp ? 'ask' : (pick(['explain', 'ask', 'ask', 'edit'] as const) ?? 'ask');
      const range = isFollowUp
        ? { first: before.first, last: before.last }
        : { first: place, last: place + Math.floor(between(3, 25)) };
      const text = isFollowUp ? before.lines : [...lines];
      const language = file.endsWith('.ts') ? 'typescript' : 'javascript';
      const words = pick(wordsOf[task] ?? ['']) ?? '';
      asked.push({ atMs, file, language, lines: text, ...range, task, words, isFollowUp, changed });
      const isAccepted = task === 'edit';
      if (isAccepted) change(lines, range, 1 + Math.floor(chance() * 3));
      const isTyped = chance() < 0.3;
      if (isTyped) change(lines, { first: place, last: place + 20 }, Math.floor(chance() * 3));
      if (isAccepted || isTyped) changed = [{ file, line: place }, ...changed];
      atMs += between(20_000, 2 * minuteMs);
    }
  }
  return asked;
}

/** Meetings, reviews, thinking: two of five pauses are longer than a provider remembers. */
const pauseMs = (kind: number, length: number): number =>
  kind < 0.35 ? (6 + 6 * length) * minuteMs : (1 + 3 * length) * minuteMs;

/** Changes a line in the middle of these, and adds so many below it. */
function change(
  lines: string[],
  { first, last }: { readonly first: number; readonly last: number },
  added: number,
): void {
  const at = Math.floor((first + last) / 2);
  const more = Array.from({ length: added }, (_, index) => `  // changed ${lines.length} ${index}`);
  lines.splice(at, 1, `${lines[at] ?? ''} // seen`, ...more);
}
