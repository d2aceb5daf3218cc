import type { Finding } from '../../core/secrets/secretScan.ts';

import type { LongRuns } from './longRuns.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Marker extends Place {
  readonly begins: boolean;
  readonly isPrivate: boolean;
}

const marker = /-----?\s?(?<sign>BEGIN|END) (?<label>[A-Z0-9 ]{1,60})\s?-----?/g;
const farthest = 65_536;

/**
 * Private keys in armour, whole or cut at the beginning, at the end, or at both, whatever stands before and after each line:
 * indentation, quotes, comment marks, echo, commas, `\n" +`. Where only blanks and marks stand between the lines the key is
 * one finding, with its marks; else each line is one, so that the code around the lines stays. Two dashes end a key.
 */
export function findKeysInArmour(text: string, runs: LongRuns): readonly Finding[] {
  const markers = text.includes('----') ? markersIn(text) : [];
  const taken: Place[] = [];
  const findings = markers.flatMap((one, at) => {
    const [before, after] = [markers[at - 1], markers[at + 1]];
    if (!one.begins) return before?.begins === true ? [] : cutBegin(text, one, before, taken);
    return after?.begins === false ? closed(text, one, after, taken) : cutEnd(text, one, after, taken);
  });
  return [...findings, ...cutAtBoth(text, runs, taken)].map(place => ({ ...place, kind: 'private-key' }));
}

const markersIn = (text: string): readonly Marker[] =>
  [...text.matchAll(marker)].map(({ index, 0: whole, groups }) => ({
    start: index,
    end: index + whole.length,
    begins: groups?.['sign'] === 'BEGIN',
    isPrivate: /PRIVATE KEY/.test(groups?.['label'] ?? ''),
  }));

const holdsKey = /[A-Za-z0-9+/]{40}/;
function closed(text: string, begin: Marker, end: Marker, taken: Place[]): readonly Place[] {
  const inside = text.slice(begin.end, Math.min(end.start, begin.end + farthest));
  taken.push({ start: begin.start, end: end.end });
  if (!begin.isPrivate || !holdsKey.test(inside)) return [];
  if (isPlain(inside)) return [{ start: begin.start, end: end.end }];
  return runsIn(text, { start: begin.end, end: begin.end + inside.length }, 4);
}

// by pieces, so that the look at a long key is linear
const isPlain = (inside: string): boolean =>
  inside.split(/\r?\n/).every(line => line.length > 4096 ? !/["'`]/.test(line) : !/["'`(),]/.test(line.replace(/^[A-Za-z-]{4,20}: .*$/, '')) && !/\b(?:echo|printf|puts)\b/.test(line));

function cutEnd(text: string, begin: Marker, next: Marker | undefined, taken: Place[]): readonly Place[] {
  const limit = Math.min(next?.start ?? text.length, begin.end + farthest);
  const places = linesFrom(text, { start: begin.end, end: limit });
  const last = places.at(-1);
  if (last === undefined) return [];
  taken.push({ start: begin.start, end: last.end });
  return begin.isPrivate ? places : [];
}

function cutBegin(text: string, end: Marker, before: Marker | undefined, taken: Place[]): readonly Place[] {
  const from = Math.max(before?.end ?? 0, end.start - farthest);
  const places = linesBefore(text, { start: from, end: end.start });
  const first = places[0];
  if (first === undefined) return [];
  taken.push({ start: first.start, end: end.end });
  return end.isPrivate ? places : [];
}

const run = /[A-Za-z0-9+/=]+/g;
const words = /^(?:echo|printf|puts|print|println|append|push|write|add|string|concat|const|private|begin|end|rsa|key)$/i;

/** The runs of base64 in a part of a text, without the words of the code around them. */
function runsIn(text: string, { start, end }: Place, shortest: number): Place[] {
  return [...text.slice(start, end).matchAll(run)]
    .map(({ index, 0: found }) => trimmed(start + index, found))
    .filter(place => place.end - place.start >= shortest && !words.test(text.slice(place.start, place.end)));
}

// the mark of a comment or of a change before a line: //MII…, +MII…; and the letter of an escape: \nMII…
function trimmed(start: number, found: string): Place {
  const lead = /^(?:\/\/+|\+(?=.{16,})(?=(?:.{4})+$))/.exec(found)?.[0].length ?? 0;
  return { start: start + lead, end: start + found.length };
}

const breaks = /\r?\n|\\{1,4}r\\{1,4}n|\\{1,4}n|%0A|&#10;|\\u000a|<br\s?\/?>/gi;

interface Piece extends Place {
  /** The runs of base64 in it that can be a line of a key. */
  readonly runs: readonly Place[];
  /** What else stands in it, without blanks. */
  readonly around: string;
}

function piecesOf(text: string, { start, end }: Place): readonly Piece[] {
  const part = text.slice(start, end);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: mark } of [...part.matchAll(breaks), { index: part.length, 0: '' }]) {
    pieces.push(pieceOf(text, { start: start + from, end: start + index }));
    from = index + mark.length;
  }
  return pieces;
}

function pieceOf(text: string, place: Place): Piece {
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
  return { ...place, runs: used, around: around.replace(/\s+/g, '') };
}

const isHeader = (text: string, { start, end }: Piece): boolean => /^\W{0,12}[A-Za-z-]{4,20}: /.test(text.slice(start, Math.min(end, start + 60)));
const isEmpty = ({ runs }: Piece): boolean => runs.length === 0;
const lengthOf = ({ start, end }: Place): number => end - start;
const isFull = ({ runs }: Piece): boolean => runs.some(one => lengthOf(one) >= 40);

/** The last line of a key is shorter: it looks drawn, or stands between the same signs as the line before it. */
function isRest(text: string, piece: Piece, before: Piece | undefined): boolean {
  const [first] = piece.runs;
  if (first === undefined || piece.runs.length > 1 || piece.around.length > 24) return false;
  const value = text.slice(first.start, first.end);
  if (/[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value)) return value.length >= 4;
  if (value.endsWith('=') || /[+/]/.test(value.slice(1, -1))) return true;
  return value.length >= 8 && before?.around === piece.around && !/^[a-z]+$|^[A-Z][a-z]+$|^[a-z]+(?:[A-Z][a-z]+)*$/.test(value);
}

function linesFrom(text: string, part: Place): readonly Place[] {
  const found: Place[] = [];
  const pieces = piecesOf(text, part);
  let before: Piece | undefined;
  for (const [at, piece] of pieces.entries()) {
    if (isFull(piece)) found.push(...piece.runs);
    else if (isEmpty(piece) || (found.length === 0 && isHeader(text, piece))) continue;
    else if (isRest(text, piece, before)) found.push(...piece.runs);
    else if (!pieces.slice(at + 1, at + 3).some(isFull)) break;
    before = piece;
  }
  return found;
}

function linesBefore(text: string, part: Place): readonly Place[] {
  const found: Place[] = [];
  const pieces = piecesOf(text, part).toReversed();
  for (const [at, piece] of pieces.entries()) {
    if (isFull(piece)) found.unshift(...piece.runs);
    else if (isEmpty(piece)) continue;
    else if (at <= 2 || isRest(text, piece, pieces[at - 1])) {
      if (piece.around.length <= 24) found.unshift(...piece.runs.filter(one => lengthOf(one) >= 4));
      if (found.length > 0 && at > 2) break;
    } else if (!pieces.slice(at + 1, at + 3).some(isFull)) break;
  }
  return found.some(one => lengthOf(one) >= 40) || found.length === 1 ? found : [];
}

// PEM has 64 characters a line, OpenSSH 70, MIME 76
const fullLine = /(?<![A-Za-z0-9+/=])(?:\/\/|\+)?[A-Za-z0-9+/]{64}(?:[A-Za-z0-9+/]{6}|[A-Za-z0-9+/]{12})?(?![A-Za-z0-9+/=])/g;

/** Lines of a key without its marks: at least two, or one that is alone on its line. */
function cutAtBoth(text: string, runs: LongRuns, taken: readonly Place[]): readonly Place[] {
  const places: Place[] = [];
  let upTo = -1;
  for (const { index: at, 0: line } of runs.text.matchAll(fullLine)) {
    const index = runs.placeOf(at);
    if (index < upTo || taken.some(({ start, end }) => index >= start && index < end)) continue;
    if (!isMixed(line)) continue;
    const lines = linesAround(text, index);
    const last = lines.at(-1);
    if (last === undefined) continue;
    upTo = last.end;
    places.push(...lines);
  }
  return places;
}

const isMixed = (line: string): boolean =>
  (line.match(/[a-z]+|[A-Z]+|\d+|[+/]+/g) ?? []).length / line.length > 0.4 && /[a-z]/.test(line) && /[A-Z]/.test(line);

const isPublic = /-----|sha\d{3}|integrity|base64,/i;

function linesAround(text: string, at: number): readonly Place[] {
  const from = pieceStart(text, at);
  const lines: Piece[] = [];
  const pieces = piecesOf(text, { start: from, end: Math.min(text.length, at + farthest / 4) });
  for (const [number, piece] of pieces.entries()) {
    if (isPublic.test(piece.around)) break;
    if (isLine(text, piece, lines.at(-1))) lines.push(piece);
    else if (!isEmpty(piece) && !pieces.slice(number + 1, number + 3).some(next => isFull(next) && isLine(text, next, undefined))) break;
  }
  const isAlone = lines.length === 1 && lines.every(piece => piece.around.length <= 6);
  if (lines.length < 2 && !isAlone) return [];
  const before = piecesOf(text, { start: Math.max(0, from - 300), end: from }).slice(-4);
  const rest = before.findLast(piece => !isPublic.test(piece.around) && piece.around === lines[0]?.around && isLine(text, piece, lines[0]));
  return [...(rest?.runs ?? []), ...lines.flatMap(piece => piece.runs)];
}

const isLine = (text: string, piece: Piece, before: Piece | undefined): boolean =>
  piece.runs.length > 0 &&
  piece.around.length <= 32 &&
  (isFull(piece) ? hasMixed(text, piece) : isRest(text, piece, before));

const hasMixed = (text: string, { runs }: Piece): boolean =>
  runs.every(one => lengthOf(one) < 40 || isMixed(text.slice(one.start, Math.min(one.end, one.start + 100))));

/** Where the line of a key begins in which `at` stands; looks back at most 80 characters. */
function pieceStart(text: string, at: number): number {
  const from = Math.max(0, at - 80);
  const marks = [...text.slice(from, at).matchAll(breaks)];
  const last = marks.at(-1);
  return last === undefined ? from : from + last.index + last[0].length;
}
