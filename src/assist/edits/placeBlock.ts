import { elisionIn } from '../../core/confidence/evidence/elision.ts';
import type { Steps } from '../../core/shared/steps.ts';
import { hunks, type Hunk } from './hunks.ts';
import type { EditBlock, PlaceFault } from './editBlock.ts';
import { type FileLines, offsetsOf, placesIn, together } from './fileLines.ts';

/** A file in which blocks are looked for. */
export interface PlaceIn {
  readonly file: FileLines;
  /** VS Code's language id. */
  readonly language: string;
}

/**
 * Where a block belongs in a file, as the smallest replacements of whole lines: its quoted lines must stand there exactly once. Lines
 * are compared without their ends. Only where they stand nowhere, they may stand all of them further in or out by the same blanks, or
 * have other blanks at their ends, and be quoted with empty lines around; then what is put in is moved by the same blanks. Blanks
 * that differ in another way, tabs for spaces above all, are not guessed at: in some languages they say what the code does.
 */
export function* placeBlock(
  { search, replace }: Pick<EditBlock, 'search' | 'replace'>,
  { file, language }: PlaceIn,
): Steps<readonly Hunk[] | PlaceFault> {
  if (isSame(search, replace)) return 'same';
  yield;
  const mark = elisionIn(replace.join('\n'), { code: search.join('\n'), language });
  if (mark?.weight === 'hard') return 'elided';
  yield;
  if (search.every(isBlank))
    return file.text.trim() === '' ? [{ start: 0, end: file.text.length, text: wholeText(replace, file) }] : 'empty';
  const found = (yield* exactPlace(search, replace, file)) ?? (yield* movedPlace(search, replace, file)) ?? 'missing';
  if (typeof found === 'string') return found;
  yield;
  return changesOf(found, file);
}

/** Lines that were found, and what is to stand there, as the file has its blanks. */
interface Found {
  readonly first: number;
  readonly search: readonly string[];
  readonly replace: readonly string[];
}

const isBlank = (line: string): boolean => line.trim() === '';

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

const wholeText = (lines: readonly string[], { lineEnd }: FileLines): string => lines.join(lineEnd) + lineEnd;

function* exactPlace(
  search: readonly string[],
  replace: readonly string[],
  file: FileLines,
): Steps<Found | 'several' | undefined> {
  for (const wanted of [{ search, replace }, withoutEdges(search, replace)]) {
    const place = yield* placesIn(file.lines, wanted.search);
    if (place) return place.isOnly ? { first: place.first, ...wanted } : 'several';
  }
  return undefined;
}

/** Without the empty lines around what is quoted, and as many around what takes its place. */
function withoutEdges(search: readonly string[], replace: readonly string[]): Pick<Found, 'search' | 'replace'> {
  const start = search.findIndex(line => !isBlank(line));
  const end = search.length - 1 - search.findLastIndex(line => !isBlank(line));
  const first = replace.findIndex(line => !isBlank(line));
  const last = replace.length - 1 - replace.findLastIndex(line => !isBlank(line));
  const [from, less] = first < 0 ? [replace.length, 0] : [Math.min(start, first), Math.min(end, last)];
  return { search: search.slice(start, search.length - end), replace: replace.slice(from, replace.length - less) };
}

function* movedPlace(
  search: readonly string[],
  replace: readonly string[],
  file: FileLines,
): Steps<Found | PlaceFault | undefined> {
  const wanted = withoutEdges(search, replace);
  const place = yield* placesIn(yield* trimmed(file.lines), yield* trimmed(wanted.search));
  if (!place) return undefined;
  if (!place.isOnly) return 'several';
  yield;
  const there = file.lines.slice(place.first, place.first + wanted.search.length);
  const shift = shiftOf(wanted.search, there);
  const moved = shift && movedBy(shift, wanted.replace);
  return moved && { first: place.first, search: movedBy(shift, wanted.search) ?? there, replace: moved };
}

function* trimmed(lines: readonly string[]): Steps<readonly string[]> {
  const bare: string[] = [];
  for (const line of lines) {
    bare.push(line.trim());
    if (bare.length % together === 0) yield;
  }
  return bare;
}

/** Blanks that stand in front of the file's lines and not of those quoted, or the other way round. */
interface Shift {
  readonly blanks: string;
  readonly isOut: boolean;
}

function shiftOf(quoted: readonly string[], there: readonly string[]): Shift | undefined {
  const pairs = quoted
    .map((line, at) => [indentOf(line), indentOf(there[at] ?? '')] as const)
    .filter((_, at) => !isBlank(quoted[at] ?? ''));
  const [[one, other] = ['', '']] = pairs;
  const isOut = one.length > other.length;
  const blanks = isOut ? one.slice(0, one.length - other.length) : other.slice(0, other.length - one.length);
  const fits = pairs.every(([own, real]) => (isOut ? blanks + real === own : blanks + own === real));
  return fits ? { blanks, isOut } : undefined;
}

function movedBy({ blanks, isOut }: Shift, lines: readonly string[]): readonly string[] | undefined {
  if (!isOut) return lines.map(line => (isBlank(line) ? line : blanks + line));
  if (!lines.every(line => isBlank(line) || line.startsWith(blanks))) return undefined;
  return lines.map(line => (isBlank(line) ? line : line.slice(blanks.length)));
}

const indentOf = (line: string): string => line.slice(0, line.length - line.trimStart().length);

/** What differs between what is quoted and what takes its place; the file's own lines stay as they are. */
function changesOf({ first, search, replace }: Found, file: FileLines): readonly Hunk[] {
  const before = search.map(line => `${line}\n`).join('');
  const after = replace.map(line => `${line}\n`).join('');
  let [line, offset] = [0, 0];
  const lineAt = (wanted: number): number => {
    for (; offset < wanted; line += 1) offset += (search[line]?.length ?? 0) + 1;
    return line;
  };
  return hunks(before, after).map(({ start, end, text }) => {
    const [from, to] = [lineAt(start), lineAt(end)];
    return offsetsOf(
      { first: first + from, end: first + to, lines: text === '' ? [] : text.slice(0, -1).split('\n') },
      file,
    );
  });
}
