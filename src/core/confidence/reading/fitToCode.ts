import { familyOf } from './languages.ts';

/** What the model's code is to stand in the place of. */
export interface FittedPlace {
  readonly code: string;
  /** VS Code's language id. */
  readonly language: string;
}

/**
 * Makes a model's code stand where the selection stood: its line ends, its last newlines, its tabs or spaces, and the
 * indentation of its first line when the model has left that out. What the model changed on purpose stays.
 */
export function fitToCode(code: string, { code: original, language }: FittedPlace): string {
  const place = original.replace(/\r\n?/g, '\n');
  const lines = trimBlank(code.replace(/\r\n?/g, '\n'), place).split('\n');
  const isMakefile = familyOf(language) === 'makefile' && !/^\t/m.test(place); // there a tab means something
  const styled = isMakefile || isRestyled(lines, place) ? lines : inStyle(lines, place);
  const fitted = indented(styled, { place, language }).join('\n');
  const end = isEndChanged(code, fitted, place) ? '\n' : newlinesAtEndOf(place);
  const whole = fitted === '' ? '' : fitted + end;
  return original.includes('\r\n') ? whole.replaceAll('\n', '\r\n') : whole;
}

/** Only the blanks before the lines are others: that is the change. */
function isRestyled(lines: readonly string[], place: string): boolean {
  const before = place.trimEnd().split('\n');
  return lines.length === before.length && lines.every((line, at) => line.trim() === before[at]?.trim());
}

/** Models leave out the empty lines at the end; where nothing else has changed, that they are gone is the change. */
function isEndChanged(code: string, fitted: string, place: string): boolean {
  const end = newlinesAtEndOf(place);
  return end.length > 1 && newlinesAtEndOf(code) === '' && fitted + end === place;
}

const newlinesAtEndOf = (text: string): string => text.slice(text.trimEnd().length).replace(/[^\n]/g, '');

/** Blank lines around a block are the fence's, except those before code that itself began with them. */
function trimBlank(code: string, place: string): string {
  const end = code.trimEnd();
  return /^[ \t]*\n/.test(place) ? end : end.replace(/^(?:[ \t]*\n)+/, '');
}

/** Spaces where the model wrote tabs, or the other way round, when the selection keeps to one of them. */
function inStyle(lines: readonly string[], place: string): readonly string[] {
  const has = indentsOf(place.split('\n'));
  const wrote = indentsOf(lines);
  if (has.tabs > 0 && has.spaces === 0 && wrote.tabs === 0 && wrote.unit > 0) {
    const unit = wideUnit(lines, place) ?? wrote.unit;
    return lines.map(line =>
      reindent(line, blank => '\t'.repeat(Math.floor(blank.length / unit)) + ' '.repeat(blank.length % unit)),
    );
  }
  if (has.unit > 0 && has.tabs === 0 && wrote.tabs > 0 && wrote.spaces === 0) {
    return lines.map(line => reindent(line, blank => blank.replaceAll('\t', ' '.repeat(has.unit))));
  }
  return lines;
}

/** Eight spaces for a tab, when the first line says so: it is as deep as in the selection. */
function wideUnit(lines: readonly string[], place: string): number | undefined {
  const wide = 8;
  const depths = lines.filter(line => line.trim() !== '').map(indentOf);
  const [first = 0] = depths;
  const isAsDeep = first > 0 && first === wide * firstIndent(place.split('\n')).length;
  return isAsDeep && depths.every(depth => depth % wide === 0) ? wide : undefined;
}

interface Indents {
  /** Lines that begin with a tab. */
  readonly tabs: number;
  /** Lines that begin with two spaces or more: one space is a comment's star. */
  readonly spaces: number;
  /** Spaces of one level; 0 when unknown. */
  readonly unit: number;
}

function indentsOf(lines: readonly string[]): Indents {
  const blanks = lines
    .filter(line => line.startsWith(' ') || line.startsWith('\t'))
    .map(line => /^[\t ]*(?=[^\s*])/.exec(line)?.[0] ?? '')
    .filter(blank => blank !== '');
  const spaces = blanks.filter(blank => blank.startsWith('  ')).map(blank => blank.length);
  const unit = spaces.length === 0 ? 0 : ([4, 2, 3].find(width => spaces.every(each => each % width === 0)) ?? 0);
  return { tabs: blanks.filter(blank => blank.startsWith('\t')).length, spaces: spaces.length, unit };
}

const reindent = (line: string, change: (blank: string) => string): string => line.replace(/^[\t ]+/, change);

/**
 * Gives back the indentation that the model left out: to every line when it moved the whole to the left, to the first line
 * when only that lost it. Lines that stood left of the first in the selection (the inside of a string) stay.
 */
function indented(
  lines: readonly string[],
  { place, language }: { readonly place: string; readonly language: string },
): readonly string[] {
  const wanted = firstIndent(place.split('\n'));
  const found = firstIndent(lines);
  if (isTooDeep(lines, place)) return lines.map(line => line.slice(found.length - wanted.length));
  if (found.length >= wanted.length || !wanted.startsWith(found)) return lines;
  const missing = wanted.slice(found.length);
  const outliers = new Set(place.split('\n').filter(line => line.trim() !== '' && !line.startsWith(wanted)));
  const balance = balanceOf(lines, place, missing.length);
  if (balance >= 0 && onlyFirstLost(lines, wanted))
    return lines.map((line, index) => (index === 0 ? missing + line : line));
  if (balance > 0) return lines;
  const held = hereDocuments(lines, language);
  return lines.map((line, at) => (line.trim() === '' || outliers.has(line) || held.has(at) ? line : missing + line));
}

const withHereDocuments: ReadonlySet<string> = new Set(['shell', 'perl', 'ruby', 'dockerfile']);
const hereDocument = /<<(["']?)([A-Za-z_]\w{0,40})\1/;

/** The lines of here-documents up to the word that ends each, which must stand at the margin. */
function hereDocuments(lines: readonly string[], language: string): ReadonlySet<number> {
  const held = new Set<number>();
  if (!withHereDocuments.has(familyOf(language) ?? '')) return held;
  let end: string | undefined;
  for (const [at, line] of lines.entries()) {
    if (end === undefined) end = hereDocument.exec(line)?.[2];
    else {
      held.add(at);
      if (line === end) end = undefined;
    }
  }
  return end === undefined ? held : new Set(); // what never ends is none
}

/**
 * Has the model moved the whole to the right: every line that was kept stands as much deeper as the first? Where nothing else
 * has changed, that is the change.
 */
function isTooDeep(lines: readonly string[], place: string): boolean {
  const moved = firstIndent(lines).length - firstIndent(place.split('\n')).length;
  if (moved <= 0) return false;
  const before = new Map(place.split('\n').map(line => [line.trim(), indentOf(line)]));
  const written = lines.filter(line => line.trim() !== '');
  const kept = written.filter(line => before.has(line.trim()));
  const isMoved = kept.every(line => indentOf(line) === (before.get(line.trim()) ?? 0) + moved);
  const isFirstKept = before.has(written[0]?.trim() ?? '');
  return isMoved && isFirstKept && kept.length < written.length && written.every(line => indentOf(line) >= moved);
}

/** Of the lines that were kept, how many more stand where they stood than are moved to the left with the first one. */
function balanceOf(lines: readonly string[], place: string, moved: number): number {
  const indents = new Map(place.split('\n').map(line => [line.trim(), indentOf(line)]));
  let balance = 0;
  for (const line of lines.slice(1)) {
    const before = indents.get(line.trim());
    if (before === undefined || !/\w/.test(line)) continue;
    if (before > 0 && indentOf(line) === before) balance += 1;
    if (indentOf(line) === before - moved) balance -= 1;
  }
  return balance;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** A line that opens a block has deeper lines after it wherever it stands; after any other, deeper lines are the old ones. */
function onlyFirstLost([first = '', ...rest]: readonly string[], wanted: string): boolean {
  const others = rest.filter(line => line.trim() !== '');
  const second = firstIndent(others).length;
  const opens = /[:{([]$/.test(first.trimEnd());
  const deepEnough = opens ? second > wanted.length : second >= wanted.length;
  return others.length > 0 && deepEnough && others.every(line => line.startsWith(wanted));
}

const firstIndent = (lines: readonly string[]): string =>
  /^[\t ]*/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? '';
