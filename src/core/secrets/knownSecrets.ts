import type { KnownSecret, SecretLine } from '../model/knownSecret.ts';
import type { Finding } from './secretScan.ts';

/** A place in a text: from `start` up to but without `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What was found in a document, by its lines; findings that overlap are one. */
export function knownSecrets(text: string, findings: readonly Finding[]): readonly KnownSecret[] {
  return joinedPlaces(findings).map(place => ({ lines: linesOf(text, place) }));
}

/** Those of which a line stands in one of these texts, or the beginning or end of a long line that was cut. */
export function knownIn(known: readonly KnownSecret[], texts: readonly string[]): readonly KnownSecret[] {
  if (known.length === 0) return [];
  const lines = new Set(texts.flatMap(text => text.split('\n').map(line => line.trim())));
  const long = [...lines].filter(line => line.length >= shortestRest);
  const whole = known.filter(secret => secret.lines.some(line => lines.has(line.text.trim())));
  const rests = known.flatMap(secret => secret.lines.flatMap(line => restsOf(line, long)));
  return [...whole, ...rests.map(rest => ({ lines: [rest] }))];
}

/** A shorter rest of a line tells nothing, characters. */
const shortestRest = 12;
/** Shorter lines are not cut, characters. */
const longLine = 120;

/** What is left of a long line that was cut, and where the secret stands in that. */
function restsOf({ text, start, end }: SecretLine, left: readonly string[]): readonly SecretLine[] {
  if (text.length < longLine) return [];
  const [head, tail] = [text.length - text.trimStart().length, text.trimEnd().length];
  const line = text.trim();
  return left.flatMap(rest => {
    if (rest.length >= line.length) return [];
    const from = line.endsWith(rest) ? tail - rest.length : line.startsWith(rest) ? head : undefined;
    if (from === undefined) return [];
    const place = { start: Math.max(0, start - from), end: Math.min(rest.length, end - from) };
    return place.end > place.start ? [{ text: rest, ...place }] : [];
  });
}

/** Where lines of known secrets stand in a text, whatever their indentation; those that follow each other are one place. */
export function placesOfKnown(known: readonly KnownSecret[], text: string): Place[] {
  if (known.length === 0) return [];
  const index = indexOf(known);
  const places: Place[] = [];
  let lineStart = 0;
  let before: readonly KnownPlace[] = [];
  for (const line of text.split('\n')) {
    const found = index.get(line.trim()) ?? [];
    const goingOn = found.filter(place => before.some(last => isNext(place, last)));
    before = goingOn.length > 0 ? goingOn : found; // lines that read alike may be those of several secrets
    if (before.length > 0) {
      const lead = lineStart + line.length - line.trimStart().length;
      const start = lead + Math.min(...before.map(place => place.start));
      const last = goingOn.length > 0 ? places.pop() : undefined;
      places.push({ start: last?.start ?? start, end: lead + Math.max(...before.map(place => place.end)) });
    }
    lineStart += line.length + 1;
  }
  return places;
}

/** Pieces of known secrets that are long enough to be sought where their line does not stand whole, the longest first. */
export function piecesOfKnown(known: readonly KnownSecret[]): readonly string[] {
  const pieces = known.flatMap(({ lines }) => lines.map(({ text, start, end }) => text.slice(start, end).trim()));
  return [...new Set(pieces.filter(piece => piece.length >= shortestPiece))]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostPieces);
}

/** Overlapping places as one, in order; empty ones are none. */
export function joinedPlaces(places: readonly Place[]): Place[] {
  const whole: Place[] = [];
  for (const { start, end } of places.filter(place => place.end > place.start).toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start < last.end) whole.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) });
    else whole.push({ start, end });
  }
  return whole;
}

/** A shorter piece may be a word of the code, characters. */
const shortestPiece = 24;
/** So many are looked for in every text: two keys of 4096 bits. */
const mostPieces = 120;

/** Of lines that read alike so many are told apart; a list may have thousands of them. */
const mostAlike = 40;

/** Where a secret's line stands in its document's line without the blanks around it. */
interface KnownPlace extends Place {
  readonly secret: number;
  readonly at: number;
}

function linesOf(text: string, { start, end }: Place): readonly SecretLine[] {
  const lines: SecretLine[] = [];
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  while (lineStart < end) {
    const next = text.indexOf('\n', lineStart);
    const lineEnd = next < 0 ? text.length : next;
    const from = Math.max(start, lineStart);
    const to = Math.min(end, lineEnd);
    if (to > from) {
      lines.push({ text: text.slice(lineStart, lineEnd), start: from - lineStart, end: to - lineStart });
    }
    lineStart = lineEnd + 1;
  }
  return lines;
}

function indexOf(known: readonly KnownSecret[]): ReadonlyMap<string, readonly KnownPlace[]> {
  const index = new Map<string, KnownPlace[]>();
  for (const [secret, { lines }] of known.entries()) {
    for (const [at, { text, start, end }] of lines.entries()) {
      const line = text.trim();
      const lead = text.length - text.trimStart().length;
      const place = { secret, at, start: Math.max(0, start - lead), end: Math.min(line.length, end - lead) };
      if (place.end <= place.start) continue;
      const same = index.get(line);
      if (!same) index.set(line, [place]);
      else if (same.length < mostAlike) same.push(place);
    }
  }
  return index;
}

const isNext = (place: KnownPlace, before: KnownPlace): boolean =>
  place.secret === before.secret && place.at === before.at + 1;
