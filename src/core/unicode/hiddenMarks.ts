import { fingerprint } from '../model/fingerprint.ts';
import type { HiddenKind } from '../model/note.ts';
import type { Steps } from '../shared/steps.ts';
import { hiddenInSteps, nameOfCharacter, type HiddenCharacter } from './hiddenText.ts';

/**
 * Hidden characters and the marks that stand for them: `⟦hidden U+200B⟧`. Equal runs have the same mark, in every text. If the
 * texts speak of such marks themselves, these look different, so that what is put back was hidden before.
 */
export class HiddenMarks {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #runs: ReadonlyMap<string, string>;
  /** How many hidden characters there are in all texts. */
  readonly count: number;
  /** What they are, as they come. */
  readonly kinds: readonly HiddenKind[];

  constructor({ texts, runs, characters }: Marked) {
    this.#texts = texts;
    this.#runs = runs;
    this.count = [...characters.values()].reduce((sum, count) => sum + count, 0);
    this.kinds = [...new Set([...characters.keys()].map(kindOf))];
  }

  /** One of the texts as a model is to see it. */
  mark(text: string): string {
    return this.#texts.get(text) ?? text;
  }

  /** Puts the characters back. */
  restore(text: string): string {
    return text.replace(anyMark, mark => this.#runs.get(mark) ?? mark);
  }

  /** How many of the last characters of a text may be the beginning of a mark that is still being written. */
  beginningAtEndOf(text: string): number {
    const start = text.lastIndexOf('⟦'); // it stands nowhere else in a mark
    if (start < 0) return 0;
    const end = text.slice(start);
    const isBeginning = (mark: string): boolean => mark.length > end.length && mark.startsWith(end);
    return [...this.#runs.keys()].some(isBeginning) ? end.length : 0;
  }
}

/** The marks for these texts; undefined: nothing in them is hidden, which is the usual case. */
export function* hiddenMarksFor(texts: readonly string[]): Steps<HiddenMarks | undefined> {
  const found: (readonly [text: string, characters: readonly HiddenCharacter[]])[] = [];
  for (const text of texts) found.push([text, yield* hiddenInSteps(text)]);
  if (found.every(([, characters]) => characters.length === 0)) return undefined;
  const opening = unusedOpening(texts.join('\0'));
  const marks = new Map<string, string>();
  const markOf = (run: string, length: number): string => {
    const mark = marks.get(run) ?? markFor({ run, length, number: marks.size + 1 }, opening);
    marks.set(run, mark);
    return mark;
  };
  const marked = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const [text, characters] of found) {
    if (marked.has(text)) continue;
    marked.set(text, yield* withMarks(text, characters, markOf));
    for (const [at, { character }] of characters.entries()) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
      if (at % together === 0) yield;
    }
  }
  const runs = new Map<string, string>();
  for (const [run, mark] of marks) yield void runs.set(mark, run);
  return new HiddenMarks({ texts: marked, runs, characters: counts });
}

/** So many characters are looked at in one go. */
const together = 1_000;

/** Texts with marks in them. */
interface Marked {
  /** By the text as it was. */
  readonly texts: ReadonlyMap<string, string>;
  /** What stands behind each mark. */
  readonly runs: ReadonlyMap<string, string>;
  /** How often each hidden character stands in the texts. */
  readonly characters: ReadonlyMap<string, number>;
}

/** The marks that stand in a text, whoever wrote them. */
export const marksIn = (text: string): readonly string[] => text.match(anyMark) ?? [];

const anyMark = /⟦hidden[^⟦⟧\n]{1,200}⟧/g;

function unusedOpening(texts: string): string {
  if (!texts.includes('⟦hidden')) return '⟦hidden ';
  for (let attempt = 0; ; attempt += 1) {
    const opening = `⟦hidden-${fingerprint(`${attempt} ${texts}`)} `;
    if (!texts.includes(opening)) return opening;
  }
}

/** Neighbours share a mark: a message of thousands of tags would else fill the prompt. */
function* withMarks(
  text: string,
  characters: readonly HiddenCharacter[],
  markOf: (run: string, length: number) => string,
): Steps<string> {
  const pieces: string[] = [];
  let [from, to, length] = [0, 0, 0];
  const endRun = (): void => {
    if (length > 0) pieces.push(markOf(text.slice(from, to), length));
  };
  for (const [at, { character, index }] of characters.entries()) {
    if (at % together === 0) yield;
    if (index > to || length === 0) {
      endRun();
      pieces.push(text.slice(to, index));
      [from, length] = [index, 0];
    }
    to = index + character.length;
    length += 1;
  }
  endRun();
  return pieces.join('') + text.slice(to);
}

/** Most characters of a run that a mark names one by one. */
const named = 6;

interface HiddenRun {
  readonly run: string;
  /** How many characters it has. */
  readonly length: number;
  /** The how-manieth of the different runs it is. */
  readonly number: number;
}

function markFor({ run, length, number }: HiddenRun, opening: string): string {
  if (length <= named) return `${opening}${(run.match(/./gsu) ?? []).map(nameOfCharacter).join(' ')}⟧`;
  return `${opening}${nameOfCharacter(run)} and ${length - 1} more, no. ${number}⟧`;
}

const kinds: readonly (readonly [kind: HiddenKind, characters: RegExp])[] = [
  ['direction', /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/],
  ['tag', /[\u{E0000}-\u{E007F}]/u],
  ['variant', /[\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u],
  ['line-end', /[\u2028\u2029]/],
  ['control', /\p{Cc}/u],
];

const kindOf = (character: string): HiddenKind =>
  kinds.find(([, characters]) => characters.test(character))?.[0] ?? 'invisible';
