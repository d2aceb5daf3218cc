import { atOnce, type Steps } from '../shared/steps.ts';
import { remembering } from '../shared/remembering.ts';
import { EmojiReader } from './emojiReader.ts';
import { CharacterPlace, isNeeded } from './neededCharacters.ts';

/** A character that nobody sees, or that shows a text in another order than it is read. */
export interface HiddenCharacter {
  readonly character: string;
  /** UTF-16 units from the text's start. */
  readonly index: number;
}

/**
 * Every character of a text that cannot be seen and is not needed by the script around it: what Unicode calls controls,
 * formats, separators of lines and default-ignorable, lone halves of surrogates, and the blank Braille pattern (CVE-2021-42574,
 * the tags of ASCII smuggling, the variation selectors of GlassWorm). Left alone: joiners between letters that join, one mark of
 * direction on a line with right-to-left letters, Mongolian variants, Hangul fillers beside jamo, sequences of emoji, page breaks.
 */
export const hiddenIn = (text: string): readonly HiddenCharacter[] => atOnce(hiddenInSteps(text));

/** The same for a text that may be long. */
export function* hiddenInSteps(text: string): Steps<readonly HiddenCharacter[]> {
  const unseen = yield* unseenIn(text);
  if (unseen.length === 0) return [];
  const emoji = new EmojiReader(text);
  const lines = new LineReader(text);
  const mayBeNeeded = remembering((code: number) => neededSomewhere.test(String.fromCodePoint(code)));
  const isHidden = ({ character, index }: HiddenCharacter): boolean => {
    const code = character.codePointAt(0) ?? 0;
    if (!mayBeNeeded(code)) return true;
    if (isOfEmoji(code) && emoji.reaches(index)) return false;
    const place = new CharacterPlace(text, index, index + character.length);
    return !isNeeded(code, place, () => lines.hasRightToLeft(index));
  };
  const found: HiddenCharacter[] = [];
  for (let at = 0; at < unseen.length; at += together) {
    found.push(...unseen.slice(at, at + together).filter(isHidden));
    yield;
  }
  return found;
}

/** May something hide in it? Of most texts this says no, and nothing else has to be asked. */
export const mayHide = (text: string): boolean => beyondPlain.test(text);

/** So many characters are looked at in one go. */
const together = 1_000;

/** A joiner, a presentation selector or a tag. */
const isOfEmoji = (code: number): boolean =>
  code === 0x200d || code === 0xfe0e || code === 0xfe0f || (code >= 0xe0020 && code <= 0xe007f);

/** Whatever the script around it is. */
function* unseenIn(text: string): Steps<readonly HiddenCharacter[]> {
  if (!mayHide(text)) return [];
  const found: HiddenCharacter[] = [];
  const hiddenOf = remembering(hiddenCharacterOf);
  let [index, looked] = [0, 0];
  for (;;) {
    doubtful.lastIndex = index; // others may have searched in between
    if (!doubtful.test(text)) return found;
    index = doubtful.lastIndex - 1;
    let isDoubtful = true; // the next one then often is, and is looked at in a tenth of the time that a search takes
    while (isDoubtful) {
      const code = text.codePointAt(index) ?? behindEnd;
      const character = hiddenOf(code);
      if (character !== '') found.push({ character, index });
      isDoubtful = character !== '' || code > 0xffff;
      index += code > 0xffff ? 2 : 1;
      if ((looked += 1) % together === 0) yield;
    }
  }
}

/** A blank, which is seen. */
const behindEnd = 0x20;

/** The character of this code; '' when it is seen. */
function hiddenCharacterOf(code: number): string {
  const character = String.fromCodePoint(code);
  return hidden.test(character) ? character : '';
}

/** 'U+200B'. */
export const nameOfCharacter = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Most code is plain, and this takes two thirds of the time of the next one. */
const beyondPlain = /[^\t\n\r -~]/;

/**
 * Everything but what is certainly seen: a first look, in few ranges, because that by properties takes fifteen times as long
 * (4 KB with one dash in it: 11 µs instead of 165).
 */
const doubtful =
  /[^\t\n\r -~\xA1-\xAC\xAE-\u034E\u0370-\u061B\u061D-\u109F\u1E00-\u200A\u2010-\u2027\u202F-\u205F\u2190-\u27FF\u3001-\u3163\u3400-\uD7FF\uFF01-\uFF9F]/g;

/** Without those that are written for all to see: Arabic signs before numbers, joints of hieroglyphs. */
const hidden =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]--[\t\n\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u{13430}-\u{13455}]]/v;

/** What emoji or a script may need: all others are hidden wherever they stand. */
const neededSomewhere =
  /[\f\u061C\u115F\u1160\u180B-\u180F\u200C-\u200F\u2800\uFE0E\uFE0F\u{E0020}-\u{E007F}\u{E0100}-\u{E01EF}]/u;

const rightToLeft = /[\p{L}&&[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}]]/v;

/** Looks each line up once, however many characters on it are asked for. */
class LineReader {
  readonly #text: string;
  #end = -1;
  #has = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Are there right-to-left letters on the line? To be asked from the text's start to its end. */
  hasRightToLeft(index: number): boolean {
    if (index < this.#end) return this.#has;
    const start = this.#text.lastIndexOf('\n', index) + 1;
    const end = this.#text.indexOf('\n', index);
    this.#end = end < 0 ? this.#text.length : end;
    this.#has = rightToLeft.test(this.#text.slice(start, this.#end));
    return this.#has;
  }
}
