import type { KnownSecret, SecretLine } from '../model/knownSecret.ts';
import type { Steps } from '../shared/steps.ts';
import { LeftLines, trimmer } from './leftLines.ts';
import type { Finding } from './secretScan.ts';

/** A place in a text: from `start` up to but without `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What was found in a document, by its lines; findings that overlap are one. */
export function knownSecrets(text: string, findings: readonly Finding[]): readonly KnownSecret[] {
  const lineAt = lineFinder(text);
  return joinedPlaces(findings).map(place => ({ lines: linesOf(place, lineAt) }));
}

/** Those of which a line stands in one of these texts, or the beginning or end of a long line that was cut. */
export function* knownIn(known: readonly KnownSecret[], texts: readonly string[]): Steps<readonly KnownSecret[]> {
  if (known.length === 0) return [];
  const left = yield* LeftLines.of(texts);
  yield;
  const [whole, rests]: [KnownSecret[], KnownSecret[]] = [[], []];
  for (const secret of known) {
    if (secret.lines.some(({ text }) => left.holds(text))) whole.push(secret);
    for (const line of secret.lines) for (const rest of left.restsOf(line)) rests.push({ lines: [rest] });
    yield;
  }
  return [...whole, ...rests];
}

/** Where lines of known secrets stand in a text, whatever their indentation; those that follow each other are one place. */
export function placesOfKnown(known: readonly KnownSecret[], text: string): Place[] {
  if (known.length === 0) return [];
  const index = indexed(known);
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

interface Line extends Place {
  readonly text: string;
}

/** The line that holds a place. The last one is kept: asked for in order, a long one is not looked for at each place in it. */
function lineFinder(text: string): (place: number) => Line {
  let last: Line = { text: '', start: 0, end: -1 };
  return place => {
    if (place >= last.start && place <= last.end) return last;
    const start = text.lastIndexOf('\n', place - 1) + 1;
    const next = text.indexOf('\n', place);
    const end = next < 0 ? text.length : next;
    return (last = { text: text.slice(start, end), start, end });
  };
}

function linesOf({ start, end }: Place, lineAt: (place: number) => Line): readonly SecretLine[] {
  const lines: SecretLine[] = [];
  for (let at = start; at < end;) {
    const line = lineAt(at);
    const to = Math.min(end, line.end);
    if (to > at) lines.push({ text: line.text, start: at - line.start, end: to - line.start });
    at = line.end + 1;
  }
  return lines;
}

/** Made once for the secrets of a question, which are looked for in many texts. */
function indexed(known: readonly KnownSecret[]): Index {
  const before = indexes.get(known);
  if (before) return before;
  const index = indexOf(known);
  indexes.set(known, index);
  return index;
}

type Index = ReadonlyMap<string, readonly KnownPlace[]>;

const indexes = new WeakMap<readonly KnownSecret[], Index>();

function indexOf(known: readonly KnownSecret[]): Index {
  const index = new Map<string, KnownPlace[]>();
  const trimmed = trimmer();
  for (const [secret, { lines }] of known.entries()) {
    for (const [at, { text, start, end }] of lines.entries()) {
      const { line, head: lead } = trimmed(text);
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
