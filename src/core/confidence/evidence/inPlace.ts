import { balanceOf } from '../reading/brackets.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import type { Parse, Parsed } from '../reading/parse.ts';

/** A code, what it would replace, and what stands before and after that in the file. */
export interface PlacedCode {
  readonly language: string;
  readonly code: string;
  readonly original: string;
  readonly place: Surroundings;
  readonly parse: Parse;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** A longer file is not asked whether it agrees, characters: its grammar may take long over what it cannot read. */
const longestWhole = 64 * 1024;

/**
 * Does the file parse with the code in its place? It fails only in a text in which the original parses: the lines about the code,
 * which are quickly read, or else the whole file; and only where the whole file with it does not parse after all. Line: in the
 * code. undefined: nothing can be said, for the file does not parse as it is or nothing here can read it.
 */
export async function parsedInPlace(placed: PlacedCode): Promise<Parsed | undefined> {
  const { language, code, original, place, parse } = placed;
  let failed: Parsed | undefined;
  for (const { before, after } of [...linesAbout(placed), place]) {
    if (failed && before.length + code.length + after.length > longestWhole) break;
    const now = await parse(language, before + code + after);
    if (now.verdict === 'parses') return now;
    if (failed || now.verdict === 'unknown') continue;
    const own = await parse(language, before + original + after);
    const { line, ...rest } = now;
    if (own.verdict === 'parses') failed = { ...rest, ...lineIn(placed, line, before) };
  }
  return failed;
}

/** From where something begins at the margin, behind a blank line, to where the next thing does so; none: that is the whole file. */
function linesAbout({ original, place: { before, after } }: PlacedCode): readonly Surroundings[] {
  const file = before + original + after;
  let from = lineStartBefore(file, before.length);
  while (from > 0 && !isBeginning(file, from)) from = lineStartBefore(file, from - 1);
  const end = before.length + original.length;
  let to = lineStartBefore(file, end) === end ? end : nextLine(file, end);
  while (to < file.length && !isBeginning(file, to)) to = nextLine(file, to);
  return from === 0 && to === file.length
    ? []
    : [{ before: file.slice(from, before.length), after: file.slice(end, to) }];
}

/** Where the line begins that an offset stands in, or that begins there. */
const lineStartBefore = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** A bracket at the margin ends what began before. */
const isBeginning = (text: string, at: number): boolean =>
  /[^\s)\]}]/.test(text.charAt(at)) && text.slice(lineStartBefore(text, at - 1), at).trim() === '';

/** What fails outside of the code fails for a bracket in it that has no partner; or else, when it fails behind it, at its end. */
function lineIn(
  { code, original, language }: PlacedCode,
  line: number | undefined,
  before: string,
): Pick<Parsed, 'line'> {
  if (line === undefined) return {};
  const own = line - lineEndsIn(before);
  const last = lineEndsIn(code.trimEnd()) + 1;
  if (own >= 1 && own <= last) return { line: own };
  const lexicon = lexiconOf(language);
  const balance = lexicon && balanceOf(code, lexicon);
  const isNew = balance && balance.shape !== balanceOf(original, lexicon).shape;
  const found = (isNew ? balance.line : undefined) ?? (own > last ? last : undefined);
  return found === undefined ? {} : { line: found };
}

const lineEndsIn = (text: string): number => text.split('\n').length - 1;
