import type { HiddenCharacter } from './hiddenText.ts';

/**
 * Blanks that do not break (U+00A0, U+2007, U+202F) where code stands: compilers refuse them, shells take them for a part of the
 * word. In quotes and comments they are typography, as in French; between Mongolian letters spelling.
 */
export function noBreakBlanksIn(code: string): readonly HiddenCharacter[] {
  if (!/[\u00A0\u2007\u202F]/.test(code)) return [];
  const quoting = new Quoting(code);
  return [...code.matchAll(/[\u00A0\u2007\u202F]/g)].flatMap(({ 0: character, index }) => {
    const isSpelling = character === '\u202F' && /^\p{scx=Mong}$/u.test(code.charAt(index - 1));
    return isSpelling || quoting.reaches(index) ? [] : [{ character, index }];
  });
}

const openings: readonly (readonly [opening: string, closing: string])[] = [
  ['"""', '"""'],
  ["'''", "'''"],
  ['/*', '*/'],
  ['<!--', '-->'],
  ['//', '\n'],
  ['--', '\n'],
  ['#', '\n'],
  ['`', '`'],
  ['"', '"'],
  ["'", "'"],
];

/** Follows quotes and comments, of all languages at once, from the start of a code to its end. */
class Quoting {
  readonly #code: string;
  #place = 0;
  /** What ends the quote or comment at the place; undefined: it is in none. */
  #closing: string | undefined;

  constructor(code: string) {
    this.#code = code;
  }

  /** Does this place stand in a quote or a comment? Places must be asked for in order. */
  reaches(index: number): boolean {
    while (this.#place < index) this.#step();
    return this.#closing !== undefined;
  }

  #step(): void {
    const at = this.#place;
    const closing = this.#closing;
    if (closing === undefined) {
      const opened = openings.find(([opening]) => this.#code.startsWith(opening, at));
      this.#closing = opened?.[1];
      this.#place += opened?.[0].length ?? 1;
    } else if (this.#code.startsWith(closing, at)) {
      this.#closing = undefined;
      this.#place += closing.length;
    } else if (this.#code.charAt(at) === '\n' && (closing === '"' || closing === "'")) {
      this.#closing = undefined; // it was an apostrophe
      this.#place += 1;
    } else {
      this.#place += this.#code.charAt(at) === '\\' && closing !== '\n' ? 2 : 1;
    }
  }
}
