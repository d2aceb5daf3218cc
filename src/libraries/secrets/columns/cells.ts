/** A value of a row as it stands in a text: from `start` up to but without `end`, without its quotes. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

const [blank, tab, newLine, quote] = [32, 9, 10, 34];
const longestRow = 20_000;

/** The cells of the line that begins at `at`, parted by `separator`, quoted or not; where the next line begins. */
export function cellsAt(
  text: string,
  at: number,
  separator: string,
): { readonly cells: readonly Cell[]; readonly next: number } {
  const parting = separator.charCodeAt(0);
  const cells: Cell[] = [];
  const limit = Math.min(text.length, at + longestRow);
  let place = at;
  for (;;) {
    const cell = cellAt(text, place, { parting, limit });
    cells.push(cell);
    place = cell.next;
    if (place >= limit || text.charCodeAt(place) !== parting) break;
    place += 1;
  }
  const end = text.indexOf('\n', place);
  return { cells, next: end < 0 ? text.length : end + 1 };
}

interface Limits {
  readonly parting: number;
  readonly limit: number;
}

function cellAt(text: string, at: number, { parting, limit }: Limits): Cell & { readonly next: number } {
  let start = at;
  while (start < limit && isBlank(text.charCodeAt(start), parting)) start += 1;
  if (text.charCodeAt(start) === quote) {
    const end = closingAt(text, start + 1, limit);
    if (end !== undefined) {
      let next = end + 1;
      while (next < limit && text.charCodeAt(next) !== parting && text.charCodeAt(next) !== newLine) next += 1;
      return { start: start + 1, end, next };
    }
  }
  let next = start;
  while (next < limit && text.charCodeAt(next) !== parting && text.charCodeAt(next) !== newLine) next += 1;
  let end = next;
  while (end > start && /[ \t\r]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end, next };
}

const isBlank = (code: number, parting: number): boolean => (code === blank || code === tab) && code !== parting;

/** Two quotes are one in the value. */
function closingAt(text: string, from: number, limit: number): number | undefined {
  for (let at = from; at < limit && text.charCodeAt(at) !== newLine; at += 1) {
    if (text.charCodeAt(at) !== quote) continue;
    if (text.charCodeAt(at + 1) !== quote) return at;
    at += 1;
  }
  return undefined;
}
