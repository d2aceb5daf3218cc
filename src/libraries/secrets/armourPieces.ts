/** A part of a text: from `start` up to but without `end`. */
export interface ArmourPlace {
  readonly start: number;
  readonly end: number;
}

const run = /[A-Za-z0-9+/=]+/g;
const words =
  /^(?:echo|printf|puts|print|println|append|push|write|add|string|concat|const|private|begin|end|rsa|key)$/i;

/** The runs of base64 in a part of a text, without the words of the code around them. */
export function runsIn(text: string, { start, end }: ArmourPlace, shortest: number): ArmourPlace[] {
  return [...text.slice(start, end).matchAll(run)]
    .map(({ index, 0: found }) => trimmed(start + index, found))
    .filter(place => place.end - place.start >= shortest && !words.test(text.slice(place.start, place.end)));
}

// the mark of a comment or of a change before a line: //MII…, +MII…; and the letter of an escape: \nMII…
function trimmed(start: number, found: string): ArmourPlace {
  const lead = /^(?:\/\/+|\+(?=.{16,})(?=(?:.{4})+$))/.exec(found)?.[0].length ?? 0;
  return { start: start + lead, end: start + found.length };
}

const breaks = /\r?\n|\\{1,4}r\\{1,4}n|\\{1,4}n|%0A|&#10;|\\u000a|<br\s?\/?>/gi;

/** What stands between two line ends, be they written or escaped. */
export interface KeyPiece extends ArmourPlace {
  /** The runs of base64 in it that can be a line of a key. */
  readonly runs: readonly ArmourPlace[];
  /** What else stands in it, without blanks. */
  readonly around: string;
  /** Is one of its runs as long as a line of a key, and no path or name? */
  readonly full: boolean;
}

/** A part of a text, cut at its line ends. */
export function keyPiecesOf(text: string, { start, end }: ArmourPlace): readonly KeyPiece[] {
  const part = text.slice(start, end);
  const pieces: KeyPiece[] = [];
  let from = 0;
  for (const { index, 0: mark } of [...part.matchAll(breaks), { index: part.length, 0: '' }]) {
    pieces.push(pieceOf(text, { start: start + from, end: start + index }));
    from = index + mark.length;
  }
  return pieces;
}

function pieceOf(text: string, place: ArmourPlace): KeyPiece {
  const runs = runsIn(text, place, 1);
  const longest = runs.reduce((most, one) => Math.max(most, one.end - one.start), 0);
  const used = runs.filter(one => one.end - one.start >= Math.min(longest, 16));
  let around = '';
  let from = place.start;
  for (const one of used) {
    around += text.slice(from, Math.min(one.start, from + 100));
    from = one.end;
  }
  around += text.slice(from, Math.min(place.end, from + 100));
  const full = runs.some(
    one => lengthOf(one) >= 40 && isDrawn(text.slice(one.start, Math.min(one.end, one.start + 100))),
  );
  return { ...place, runs: used, around: around.replace(/\s+/g, ''), full };
}

const isDrawn = (line: string): boolean =>
  /\d/.test(line) || (line.match(/[a-z]+|[A-Z]+|[+/=]+/g) ?? []).length / line.length > 0.22;

/** `Proc-Type: 4,ENCRYPTED`, which may stand before the lines of a key. */
export const isHeader = (text: string, { start, end }: KeyPiece): boolean =>
  /^\W{0,12}[A-Za-z-]{4,20}: /.test(text.slice(start, Math.min(end, start + 60)));
export const isEmpty = ({ runs }: KeyPiece): boolean => runs.length === 0;
export const lengthOf = ({ start, end }: ArmourPlace): number => end - start;
/** Is a line of a key in it that is not the last? */
export const isFull = ({ full }: KeyPiece): boolean => full;

/** The last line of a key is shorter: it looks drawn, or stands between the same signs as the line before it. */
export function isRest(text: string, piece: KeyPiece, before: KeyPiece | undefined): boolean {
  const [first] = piece.runs;
  if (first === undefined || piece.runs.length > 1 || piece.around.length > 24) return false;
  const value = text.slice(first.start, first.end);
  if (/[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value)) return value.length >= 4;
  if (value.endsWith('=') || /[+/]/.test(value.slice(1, -1))) return true;
  return (
    value.length >= 8 &&
    before?.around === piece.around &&
    !/^[a-z]+$|^[A-Z][a-z]+$|^[a-z]+(?:[A-Z][a-z]+)*$/.test(value)
  );
}

/** Where the line of a key begins in which `at` stands; looks back at most 80 characters. */
export function pieceStart(text: string, at: number): number {
  const from = Math.max(0, at - 80);
  const marks = [...text.slice(from, at).matchAll(breaks)];
  const last = marks.at(-1);
  return last === undefined ? from : from + last.index + last[0].length;
}

/** The public halves of PuTTY's keys, which stand above the private ones in lines of the same kind. */
export function publicLinesIn(text: string): ArmourPlace[] {
  const places: ArmourPlace[] = [];
  if (!text.includes('Public-Lines')) return places;
  let start: number | undefined;
  for (const { index, 0: mark } of text.matchAll(/(?:Public|Private)-Lines: ?\d/g)) {
    if (mark.startsWith('Public')) start = index;
    else if (start !== undefined) {
      places.push({ start, end: index });
      start = undefined;
    }
  }
  return places;
}
