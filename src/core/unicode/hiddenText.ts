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
export function hiddenIn(text: string): readonly HiddenCharacter[] {
  const found = unseenIn(text);
  if (found.length === 0) return [];
  const emoji = emojiPlaces(text);
  const lines = new LineReader(text);
  return found.filter(({ character, index }) => {
    if (!neededSomewhere.test(character)) return true;
    if (emoji.has(index)) return false;
    const place = {
      character,
      before: characterBefore(text, index),
      after: characterAt(text, index + character.length),
    };
    return !isNeeded(place, () => lines.hasRightToLeft(index));
  });
}

/** Whatever the script around it is. */
function unseenIn(text: string): readonly HiddenCharacter[] {
  if (!beyondPlain.test(text) || text.search(doubtful) < 0) return [];
  const found: HiddenCharacter[] = [];
  for (const { 0: run, index: start } of text.matchAll(doubtful)) {
    for (let at = 0; at < run.length;) {
      const character = characterAt(run, at);
      if (hidden.test(character)) found.push({ character, index: start + at });
      at += character.length;
    }
  }
  return found;
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
  /[^\t\n\r -~\xA1-\xAC\xAE-\u034E\u0370-\u061B\u061D-\u109F\u1E00-\u200A\u2010-\u2027\u202F-\u205F\u2190-\u27FF\u3001-\u3163\u3400-\uD7FF\uFF01-\uFF9F]+/g;

/** Without those that are written for all to see: Arabic signs before numbers, joints of hieroglyphs. */
const hidden =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]--[\t\n\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u{13430}-\u{13455}]]/v;

/** Emoji with their colour and their joiners (UTS #51), keycaps, flags of regions. */
const emojiSequence =
  /\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,4}\u{E007F}|[#*0-9]\uFE0F\u20E3|\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?)*/gu;

function emojiPlaces(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { 0: sequence, index } of text.matchAll(emojiSequence)) {
    for (let at = index; at < index + sequence.length; at += 1) places.add(at);
  }
  return places;
}

/** What emoji or a script may need: all others are hidden wherever they stand. */
const neededSomewhere =
  /[\f\u061C\u115F\u1160\u180B-\u180F\u200C-\u200F\u2800\uFE0E\uFE0F\u{E0020}-\u{E007F}\u{E0100}-\u{E01EF}]/u;

interface Place {
  readonly character: string;
  /** '' at the text's start. */
  readonly before: string;
  /** '' at its end. */
  readonly after: string;
}

/** Does the script around it need the character? Of two that follow each other none is needed: runs of them carry messages. */
function isNeeded({ character, before, after }: Place, isInRightToLeft: () => boolean): boolean {
  switch (character) {
    case '\f':
      return before === '' || before === '\n';
    case '\u200C':
    case '\u200D':
      return !isJoiner(before) && !isJoiner(after) && (joining.test(before) || joining.test(after));
    case '\u200E':
    case '\u200F':
    case '\u061C':
      return !isMark(before) && !isMark(after) && isInRightToLeft();
    case '\u180B':
    case '\u180C':
    case '\u180D':
    case '\u180F':
      return mongolian.test(before);
    case '\u180E':
      return mongolian.test(before) && mongolian.test(after);
    case '\u115F':
    case '\u1160':
      return jamo.test(before) || jamo.test(after);
    case '\u2800':
      return braille.test(before) || braille.test(after);
    default:
      return ideographVariant.test(character) && /^\p{Unified_Ideograph}$/u.test(before);
  }
}

const isJoiner = (character: string): boolean => character === '\u200C' || character === '\u200D';
const isMark = (character: string): boolean => /^[\u061C\u200E\u200F]$/.test(character);

/** Letters and marks of the scripts in which a joiner, or a non-joiner, tells one word from another (UAX #31, IDNA's ContextJ). */
const joining =
  /^[[\p{L}\p{M}]&&[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Phag}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Newa}\p{scx=Tirh}]]$/v;
const mongolian = /^[[\p{L}]&&\p{scx=Mong}]$/v;
const jamo = /^[\u1100-\u115E\u1161-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]$/;
const braille = /^[\u2801-\u28FF]$/;
/** Ideographic variation sequences (UTS #37): Japanese names are written with one after the ideograph. */
const ideographVariant = /^[\u{E0100}-\u{E01EF}]$/u;

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

function characterBefore(text: string, index: number): string {
  const isPair = isSecondHalf(text.charCodeAt(index - 1)) && isFirstHalf(text.charCodeAt(index - 2));
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
}

function characterAt(text: string, index: number): string {
  const isPair = isFirstHalf(text.charCodeAt(index)) && isSecondHalf(text.charCodeAt(index + 1));
  return text.slice(index, index + (isPair ? 2 : 1));
}

/** Of a surrogate pair. */
const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
