import type { Finding } from '../../core/secrets/secretScan.ts';

import {
  isEmpty,
  isFull,
  isHeader,
  isRest,
  lengthOf,
  pieceStart,
  publicLinesIn,
  keyPiecesOf,
  runsIn,
  type KeyPiece,
  type ArmourPlace,
} from './armourPieces.ts';
import type { LongRuns } from './longRuns.ts';

interface Marker extends ArmourPlace {
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
  const look: Look = { text, taken: publicLinesIn(text) };
  const findings = markers.flatMap((one, at) => {
    const [before, after] = [markers[at - 1], markers[at + 1]];
    if (!one.begins) return before?.begins === true ? [] : cutBegin(look, one, before);
    return after?.begins === false ? closed(look, one, after) : cutEnd(look, one, after);
  });
  return [...findings, ...cutAtBoth(look, runs)].map(place => ({ ...place, kind: 'private-key' }));
}

/** A text, and the parts of it that belong to marks already. */
interface Look {
  readonly text: string;
  readonly taken: ArmourPlace[];
}

const markersIn = (text: string): readonly Marker[] =>
  [...text.matchAll(marker)].map(({ index, 0: whole, groups }) => ({
    start: index,
    end: index + whole.length,
    begins: groups?.['sign'] === 'BEGIN',
    isPrivate: (groups?.['label'] ?? '').includes('PRIVATE KEY'),
  }));

/** Lines may be short: what counts is how much there is of what looks drawn. */
function holdsKey(inside: string): boolean {
  const drawn = (inside.match(/[A-Za-z0-9+/=]{8,}/g) ?? []).join('');
  return drawn.length >= leastKey && /\d/.test(drawn) && /[a-z]/.test(drawn) && /[A-Z]/.test(drawn);
}

/** Characters of the shortest private key, Ed25519 as OpenSSL writes it, less what a cut may have taken. */
const leastKey = 40;
const shortestRun = 8;
const longestTail = 160;

function closed(look: Look, begin: Marker, end: Marker): readonly ArmourPlace[] {
  const { text } = look;
  const part = { start: begin.end, end: Math.min(end.start, begin.end + farthest) };
  const inside = text.slice(part.start, part.end);
  const lines = linesFrom(text, part);
  if (lines.length === 0 && holdsNothingElse(inside)) {
    look.taken.push({ start: begin.start, end: end.end });
    if (!begin.isPrivate || !holdsKey(inside)) return [];
    return isPlain(inside) ? [{ start: begin.start, end: end.end }] : runsIn(text, part, shortestRun);
  }
  const tail = { start: lines.at(-1)?.end ?? begin.end, end: end.start };
  // two marks that do not belong together, with code between them
  if (lengthOf(tail) > longestTail) return [...cutEnd(look, begin, end), ...cutBegin(look, end, begin)];
  look.taken.push({ start: begin.start, end: end.end });
  if (!begin.isPrivate || !holdsKey(inside)) return [];
  if (isPlain(inside)) return [{ start: begin.start, end: end.end }];
  return [...lines, ...runsIn(text, tail, 4).slice(0, 1)];
}

/** Nothing but base64 in lines that are too short to be known as those of a key, quoted or joined perhaps. */
const holdsNothingElse = (inside: string): boolean => /^[A-Za-z0-9+/=\s"'`,;.&|#*\\[\]()-]*$/.test(inside);

// by pieces, so that the look at a long key is linear
const isPlain = (inside: string): boolean =>
  inside
    .split(/\r?\n/)
    .every(line =>
      line.length > 4096
        ? !/["'`]/.test(line)
        : !/["'`(),]/.test(line.replace(/^[A-Za-z-]{4,20}: .*$/, '')) && !/\b(?:echo|printf|puts)\b/.test(line),
    );

function cutEnd({ text, taken }: Look, begin: Marker, next: Marker | undefined): readonly ArmourPlace[] {
  const limit = Math.min(next?.start ?? text.length, begin.end + farthest);
  const places = linesFrom(text, { start: begin.end, end: limit });
  const last = places.at(-1);
  if (last === undefined) return [];
  taken.push({ start: begin.start, end: last.end });
  return begin.isPrivate ? places : [];
}

function cutBegin({ text, taken }: Look, end: Marker, before: Marker | undefined): readonly ArmourPlace[] {
  const from = Math.max(before?.end ?? 0, end.start - farthest);
  const places = linesBefore(text, { start: from, end: end.start });
  const first = places[0];
  if (first === undefined) return [];
  taken.push({ start: first.start, end: end.end });
  return end.isPrivate ? places : [];
}

function linesFrom(text: string, part: ArmourPlace): readonly ArmourPlace[] {
  const found: ArmourPlace[] = [];
  const pieces = keyPiecesOf(text, part);
  let before: KeyPiece | undefined;
  for (const [at, piece] of pieces.entries()) {
    if (isFull(piece)) found.push(...piece.runs);
    else if (isEmpty(piece) || (found.length === 0 && isHeader(text, piece))) continue;
    else if (isRest(text, piece, before)) found.push(...piece.runs);
    else if (!pieces.slice(at + 1, at + 3).some(isFull)) break;
    before = piece;
  }
  return found;
}

function linesBefore(text: string, part: ArmourPlace): readonly ArmourPlace[] {
  const found: ArmourPlace[] = [];
  const pieces = keyPiecesOf(text, part).toReversed();
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
const fullLine =
  /(?<![A-Za-z0-9+/=])(?:\/\/|\+)?[A-Za-z0-9+/]{64}(?:[A-Za-z0-9+/]{6}|[A-Za-z0-9+/]{12})?(?![A-Za-z0-9+/=])/g;

/** Lines of a key without its marks: at least two, or one that is alone on its line. */
function cutAtBoth({ text, taken }: Look, runs: LongRuns): readonly ArmourPlace[] {
  const places: ArmourPlace[] = [];
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

function linesAround(text: string, at: number): readonly ArmourPlace[] {
  const from = pieceStart(text, at);
  const lines: KeyPiece[] = [];
  const pieces = keyPiecesOf(text, { start: from, end: Math.min(text.length, at + farthest / 4) });
  for (const [number, piece] of pieces.entries()) {
    if (isPublic.test(piece.around)) break;
    if (isLine(text, piece, lines.at(-1))) lines.push(piece);
    else if (
      !isEmpty(piece) &&
      !pieces.slice(number + 1, number + 3).some(next => isFull(next) && isLine(text, next, undefined))
    )
      break;
  }
  const isAlone = lines.length === 1 && lines.every(piece => piece.around.length <= 6);
  if (lines.length < 2 && !isAlone) return [];
  const before = keyPiecesOf(text, { start: Math.max(0, from - 300), end: from }).slice(-4);
  const rest = before.findLast(
    piece => !isPublic.test(piece.around) && piece.around === lines[0]?.around && isLine(text, piece, lines[0]),
  );
  return [...(rest?.runs ?? []), ...lines.flatMap(piece => piece.runs)];
}

const isLine = (text: string, piece: KeyPiece, before: KeyPiece | undefined): boolean =>
  piece.runs.length > 0 &&
  piece.around.length <= 32 &&
  (isFull(piece) ? hasMixed(text, piece) : isRest(text, piece, before));

const hasMixed = (text: string, { runs }: KeyPiece): boolean =>
  runs.every(one => lengthOf(one) < 40 || isMixed(text.slice(one.start, Math.min(one.end, one.start + 100))));
