// Over 200 lines with its comments: one pass over a text, kind of character by kind of character.

import { characterClass, characterClasses as classes } from './characterClass.ts';
import { lead, spelling, wordCost } from './wordCosts.ts';

const { symbol, newline, space, otherSpace, digit, lower, upper } = characterClass;
const { accented, accentedUpper, cyrillic, cyrillicUpper, han, kana, hangul, other } = characterClass;

/**
 * About how many tokens of o200k a text is, in one pass and without a vocabulary: the text is split as the tokenizer splits
 * it, and each piece costs what pieces of its kind and length cost on average. How far it is off: `bench/memory/`.
 */
export const estimateTokens = (text: string): number => (text === '' ? 0 : Math.max(1, Math.round(roughTokens(text))));

/** The same, not rounded: for parts of a text that are summed up. */
export const roughTokens = (text: string): number => new Pass(text).tokens();

/** Average tokens of each letter beyond ASCII, by its class. */
const letterCosts = new Float64Array(16);
letterCosts[accented] = 0.55;
letterCosts[accentedUpper] = 0.7;
letterCosts[cyrillic] = 0.21;
letterCosts[cyrillicUpper] = 0.3;
letterCosts[han] = 0.77;
letterCosts[kana] = 0.65;
letterCosts[hangul] = 0.6;
letterCosts[other] = 0.5;

/** What a word without any ASCII letter costs besides its letters, by its lead. */
const foreignWord = Float64Array.of(0.6, 0.45, 1, 1);
/** Where words have accents, those without are none of English either and cost more: as much more as the share of the others. */
const mostForeign = 0.18;

/** A run of letters and digits from this length on, with so many pieces for its length, is no words but base64 or hex. */
const longRun = 16;
const densePieces = 0.35;
const perDenseCharacter = 0.66;
const perDenseHexCharacter = 0.56;

/** Average tokens of a run of signs: what each change of sign after the first adds, each sign at all, each beyond ASCII. */
const perChange = 0.52;
const perSign = 1 / 40;
const perSymbol = 0.75;

const slash = 47;
const apostrophe = 39;
/** By the code of the sign before a word; all others are rare there. */
const signLeads = new Uint8Array(128).fill(lead.rareSign);
for (const sign of '._(-\t') signLeads[sign.charCodeAt(0)] = lead.commonSign;

/** What each character is, and behind the last one a line break; for one pass, unless the text is very long. */
const sharedKinds = new Uint8Array(65_536);
const ascii = new TextEncoder();

function kindsOf(text: string): Uint8Array {
  const { length } = text;
  const kinds = length < sharedKinds.length ? sharedKinds : new Uint8Array(length + 1);
  // where all is ASCII, its bytes are there in a hundredth of the time
  const { read, written } = ascii.encodeInto(text, kinds);
  if (read === length && written === length)
    for (let at = 0; at < length; at += 1) kinds[at] = classes[kinds[at] ?? 0] ?? 0;
  else for (let at = 0; at < length; at += 1) kinds[at] = classes[text.charCodeAt(at)] ?? 0;
  kinds[length] = newline;
  return kinds;
}

/** One pass over a text; its parts are methods that move `#at` on. */
class Pass {
  readonly #text: string;
  readonly #kinds: Uint8Array;
  #at = 0;
  #tokens = 0;
  #words = 0;
  #foreignWords = 0;

  constructor(text: string) {
    this.#text = text;
    this.#kinds = kindsOf(text);
  }

  tokens(): number {
    while (this.#at < this.#text.length) {
      const kind = this.#class(this.#at);
      if (kind >= digit) this.#lettersAndDigits(lead.none);
      else if (kind >= newline) this.#blanks();
      else this.#signs();
    }
    return this.#tokens * (1 + Math.min(mostForeign, (0.6 * this.#foreignWords) / Math.max(1, this.#words)));
  }

  #class(at: number): number {
    return this.#kinds[at] ?? newline;
  }

  #lettersAndDigits(firstLead: number): void {
    const from = this.#at;
    const before = this.#tokens;
    const wordsBefore = this.#words;
    let groups = 0;
    let led = firstLead;
    for (let kind = this.#class(from); kind >= digit; kind = this.#class(this.#at)) {
      if (kind === digit) groups += this.#digits();
      else this.#word(led);
      led = lead.none;
    }
    const length = this.#at - from;
    const pieces = groups + this.#words - wordsBefore;
    if (length >= longRun && pieces >= length * densePieces)
      this.#tokens = before + length * perCharacter(this.#text.slice(from, this.#at));
  }

  /** Groups of up to three are a token each; gives their number. */
  #digits(): number {
    const from = this.#at;
    let at = from + 1;
    while (this.#class(at) === digit) at += 1;
    this.#at = at;
    const groups = Math.ceil((at - from) / 3);
    this.#tokens += groups;
    return groups;
  }

  /** Capitals, then small letters: where capitals come again, another word begins. */
  #word(led: number): void {
    const from = this.#at;
    let at = from;
    let letters = 0;
    let beyond = 0;
    let kind = this.#class(at);
    for (; kind >= upper; kind = this.#class((at += 1))) {
      if (kind === upper) letters += 1;
      else beyond += letterCosts[kind] ?? 0;
    }
    const capitals = at - from;
    for (; kind >= lower && kind < upper; kind = this.#class((at += 1))) {
      if (kind === lower) letters += 1;
      else beyond += letterCosts[kind] ?? 0;
    }
    if (at < this.#text.length && this.#text.charCodeAt(at) === apostrophe) this.#at = at + contraction(this.#text, at);
    else this.#at = at;
    this.#words += 1;
    if (letters > 0) {
      this.#tokens += wordCost(letters, speltOf(capitals, at - from), led) + beyond;
      if (beyond > 0) this.#foreignWords += 1;
    } else this.#tokens += Math.max(1, (foreignWord[led] ?? 1) + beyond);
  }

  /** All up to the last line break is one token; of what follows, the last blank goes with the word or signs after it. */
  #blanks(): void {
    const text = this.#text;
    const from = this.#at;
    let at = from;
    let afterBreak = from;
    let kind = this.#class(at);
    while (kind >= newline && kind <= otherSpace && at < text.length) {
      at += 1;
      if (kind === newline) afterBreak = at;
      kind = this.#class(at);
    }
    this.#at = at;
    const blanks = at - afterBreak;
    if (afterBreak > from) this.#tokens += 1;
    if (blanks > 1 || (blanks === 1 && at === text.length)) this.#tokens += 1;
    if (blanks > 0 && at < text.length) this.#afterBlank(kind, this.#class(at - 1) === space);
  }

  #afterBlank(kind: number, isSpace: boolean): void {
    if (kind >= lower) this.#lettersAndDigits(isSpace ? lead.blank : lead.commonSign);
    else if (kind <= symbol && isSpace) this.#runOfSigns();
    else this.#tokens += 1;
  }

  /** One sign goes with the word after it; several are a piece of their own. */
  #signs(): void {
    if (this.#class(this.#at + 1) < lower) return this.#runOfSigns();
    if (this.#class(this.#at) === symbol) this.#tokens += perSymbol;
    const code = this.#text.charCodeAt(this.#at);
    this.#at += 1;
    this.#lettersAndDigits(code < 128 ? (signLeads[code] ?? lead.rareSign) : lead.rareSign);
  }

  /** Signs with the line breaks and slashes after them. */
  #runOfSigns(): void {
    const text = this.#text;
    const from = this.#at;
    let changes = 0;
    let symbols = 0;
    let at = from;
    let last = text.charCodeAt(from);
    for (let kind = this.#class(at); kind <= symbol; kind = this.#class((at += 1))) {
      const code = text.charCodeAt(at);
      if (code !== last) changes += 1;
      if (kind === symbol) symbols += 1;
      last = code;
    }
    const signs = at - from;
    this.#tokens +=
      symbols > 0
        ? 1 + (symbols - 1) * perSymbol
        : 1 + Math.max(0, changes - 1.3) * perChange + Math.max(0, signs - 4) * perSign;
    while (at < text.length && (this.#class(at) === newline || text.charCodeAt(at) === slash)) at += 1;
    this.#at = at;
  }
}

function speltOf(capitals: number, length: number): number {
  if (capitals === 0 || length === 1) return spelling.small;
  if (capitals === length) return spelling.capitals;
  return capitals === 1 ? spelling.capital : spelling.mixed;
}

/** Characters of an English ending, beginning with its apostrophe, that belongs to the word before it: 's, 're, 'll. */
function contraction(text: string, at: number): number {
  const end = text.slice(at + 1, at + 3).toLowerCase();
  if (/^[sdmt]/.test(end)) return 2;
  return end === 'll' || end === 've' || end === 're' ? 3 : 0;
}

/** Average tokens of a character of base64, or of hex, which has letters of one case. */
const perCharacter = (run: string): number =>
  run === run.toLowerCase() || run === run.toUpperCase() ? perDenseHexCharacter : perDenseCharacter;
