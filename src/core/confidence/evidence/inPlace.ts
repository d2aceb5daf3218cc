import { balanceOf } from '../reading/brackets.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import type { Parse, Parsed } from '../reading/parse.ts';
import { placesToParse, type CodeInFile } from './placesToParse.ts';

/** A code in its file, and who can read it. */
export interface PlacedCode extends CodeInFile {
  readonly parse: Parse;
}

/** A longer text is not read where a shorter one has failed, characters: a grammar may take long over what it cannot read. */
const longestSecond = 64 * 1024;

/**
 * Does the file parse with the code in its place? It fails only in a text in which the original parses, and only where the next
 * wider one does not parse after all: beneath its heads, with the lines about it, in the whole file. Line: in the code.
 * undefined: nothing can be said, for the file does not parse as it is or nothing here can read it.
 */
export async function parsedInPlace(placed: PlacedCode): Promise<Parsed | undefined> {
  const { language, code, original, parse } = placed;
  let failed: Parsed | undefined;
  let hasFailed = false;
  for (const { before, after } of placesToParse(placed)) {
    if (hasFailed && before.length + code.length + after.length > longestSecond) break;
    const now = await parse(language, before + code + after);
    if (now.verdict === 'parses') return now;
    if (failed) break;
    if (now.verdict === 'unknown') continue;
    hasFailed = true;
    const own = await parse(language, before + original + after);
    const { line, ...rest } = now;
    if (own.verdict === 'parses') failed = { ...rest, ...lineIn(placed, line, before) };
  }
  return failed;
}

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
