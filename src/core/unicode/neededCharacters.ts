/** Where a character stands: from `start` up to but without `end`. */
export class CharacterPlace {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  /** '' at the text's start. */
  get before(): string {
    const at = this.#start;
    const isPair = isSecondHalf(this.#text.charCodeAt(at - 1)) && isFirstHalf(this.#text.charCodeAt(at - 2));
    return this.#text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
  }

  /** '' at its end. */
  get after(): string {
    const at = this.#end;
    const isPair = isFirstHalf(this.#text.charCodeAt(at)) && isSecondHalf(this.#text.charCodeAt(at + 1));
    return this.#text.slice(at, at + (isPair ? 2 : 1));
  }

  /** Is one of the two beside it such a unit? */
  isBeside(is: (unit: number) => boolean): boolean {
    return is(this.#text.charCodeAt(this.#start - 1)) || is(this.#text.charCodeAt(this.#end));
  }
}

/** Does the script around it need the character of this code? Of two that follow each other none is needed: runs of them carry messages. */
export function isNeeded(code: number, place: CharacterPlace, isInRightToLeft: () => boolean): boolean {
  switch (code) {
    case 0x0c:
      return place.before === '' || place.before === '\n';
    case 0x200c:
    case 0x200d:
      return !place.isBeside(isJoiner) && (joining.test(place.before) || joining.test(place.after));
    case 0x200e:
    case 0x200f:
    case 0x061c:
      return !place.isBeside(isMark) && isInRightToLeft();
    case 0x180b:
    case 0x180c:
    case 0x180d:
    case 0x180f:
      return mongolian.test(place.before);
    case 0x180e:
      return mongolian.test(place.before) && mongolian.test(place.after);
    case 0x115f:
    case 0x1160:
      return jamo.test(place.before) || jamo.test(place.after);
    case 0x2800:
      return braille.test(place.before) || braille.test(place.after);
    default:
      return isIdeographVariant(code) && /^\p{Unified_Ideograph}$/u.test(place.before);
  }
}

const isJoiner = (unit: number): boolean => unit === 0x200c || unit === 0x200d;
/** Of direction. */
const isMark = (unit: number): boolean => unit === 0x061c || unit === 0x200e || unit === 0x200f;

/** Letters and marks of the scripts in which a joiner, or a non-joiner, tells one word from another (UAX #31, IDNA's ContextJ). */
const joining =
  /^[[\p{L}\p{M}]&&[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Phag}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Newa}\p{scx=Tirh}]]$/v;
const mongolian = /^[[\p{L}]&&\p{scx=Mong}]$/v;
const jamo = /^[\u1100-\u115E\u1161-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]$/;
const braille = /^[\u2801-\u28FF]$/;
/** Ideographic variation sequences (UTS #37): Japanese names are written with one after the ideograph. */
const isIdeographVariant = (code: number): boolean => code >= 0xe0100 && code <= 0xe01ef;

/** Of a surrogate pair. */
const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
