import { mostComparedCharacters } from './tokenLines.ts';

/** How two texts agree in their words. Two that use the same words may say the opposite. */
export interface ProseAgreement {
  /** Letter by letter, but for blanks around it. */
  readonly isIdentical: boolean;
  /** Different words of either: those of four letters and more, and those with a digit. */
  readonly words: number;
  /** How many of those are in both. */
  readonly bothWords: number;
  /** What they name as code, `like this`: in both, and in one alone; in the order in which it stands. */
  readonly bothNames: readonly string[];
  readonly onlyOne: readonly string[];
  readonly onlyOther: readonly string[];
  /** One is longer than what was compared. */
  readonly isCut: boolean;
}

/** Compares two texts by their words, in time that grows with them. */
export function proseAgreement(one: string, other: string): ProseAgreement {
  const [left, right] = [readProse(one), readProse(other)];
  const bothWords = [...left.words].filter(word => right.words.has(word)).length;
  return {
    isIdentical: one.trim() === other.trim(),
    words: left.words.size + right.words.size - bothWords,
    bothWords,
    bothNames: [...left.names].filter(name => right.names.has(name)),
    onlyOne: [...left.names].filter(name => !right.names.has(name)),
    onlyOther: [...right.names].filter(name => !left.names.has(name)),
    isCut: Math.max(one.length, other.length) > mostComparedCharacters,
  };
}

const word = /[\p{L}\p{M}\p{N}_]+/gu;
const named = /`([^`\n]{1,80})`/g;
/** Scripts without blanks between words: there two neighbours count as one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const fence = /^[ \t]{0,3}(?:```|~~~)/;
/** A longer word is a text without blanks, not a word. */
const longestWord = 200;

function readProse(text: string): { readonly words: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
  const read = text.slice(0, mostComparedCharacters);
  const words = new Set<string>();
  for (const [found] of read.normalize('NFC').matchAll(word)) {
    const lower = found.slice(0, longestWord).toLowerCase();
    if (unspaced.test(lower)) for (let at = 0; at + 1 < lower.length; at += 1) words.add(lower.slice(at, at + 2));
    else if (lower.length >= 4 || /\p{N}/u.test(lower)) words.add(lower);
  }
  const names = new Set<string>();
  for (const [, name = ''] of proseOf(read).matchAll(named)) if (name.trim() !== '') names.add(name.trim());
  return { words, names };
}

/** Without what stands between fences. */
function proseOf(text: string): string {
  let isInside = false;
  return text
    .split('\n')
    .filter(line => {
      const isFence = fence.test(line);
      if (isFence) isInside = !isInside;
      return !isFence && !isInside;
    })
    .join('\n');
}
