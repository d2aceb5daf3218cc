import { fingerprint } from '../core/model/fingerprint.ts';

/** By what code is told from equal code in the same text: what stood around it. Holds no text, so that it can be kept. */
export interface CodeMark {
  /** How often the code stood in the text, itself included; undefined: too often to tell. */
  readonly copies?: number;
  /** All before the code. */
  readonly before: MarkedSide;
  /** All after it. */
  readonly after: MarkedSide;
}

/** One side of the code. */
export interface MarkedSide extends Print {
  /** What stood next to the code, and next to no copy of it; undefined: nothing tells it from its copies on this side. */
  readonly next?: Print;
}

/** A piece of text, by its length and its fingerprint. */
export interface Print {
  readonly length: number;
  readonly print: string;
}

/** Code that stands more often is told by nothing but an unchanged side. */
const mostCopies = 1000;

/** So many characters next to the code are looked at, until they tell it from its copies. */
const nextLengths = [40, 80, 160, 320, 640];

/** The mark of the code that stands at `start`. */
export function codeMark(text: string, code: string, start: number): CodeMark {
  const places = placesOf(text, code);
  const others = places?.filter(place => place !== start);
  const end = start + code.length;
  const beforeIt = (place: number, length: number) => text.slice(Math.max(0, place - length), place);
  const afterIt = (place: number, length: number) => text.slice(place + code.length, place + code.length + length);
  const next = (all: number, cut: (place: number, length: number) => string): Print | undefined => {
    const tells = (length: number) => {
      const own = cut(start, length);
      return length <= all && own.trim() !== '' && others?.every(place => cut(place, length) !== own);
    };
    const length = nextLengths.find(tells);
    return length === undefined ? undefined : printOf(cut(start, length));
  };
  return {
    ...(others && { copies: others.length + 1 }),
    before: sideOf(text.slice(0, start), next(start, beforeIt)),
    after: sideOf(text.slice(end), next(text.length - end, afterIt)),
  };
}

/** Where the code stands in the text, in order; undefined: in too many places. */
export function placesOf(text: string, code: string): readonly number[] | undefined {
  if (code === '') return undefined;
  const places: number[] = [];
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    if (places.push(at) > mostCopies) return undefined;
  }
  return places;
}

/** Is it that piece of text? */
export const isPrintOf = ({ length, print }: Print, text: string): boolean =>
  text.length === length && fingerprint(text) === print;

const printOf = (text: string): Print => ({ length: text.length, print: fingerprint(text) });

const sideOf = (all: string, next: Print | undefined): MarkedSide => ({ ...printOf(all), ...(next && { next }) });
