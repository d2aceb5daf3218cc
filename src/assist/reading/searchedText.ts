import type { KnownSecret } from '../../core/model/knownSecret.ts';
import { knownIn, knownSecrets } from '../../core/secrets/knownSecrets.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';
import type { OutlineSymbol } from '../prompt/outline.ts';
import type { Steps } from '../../core/shared/steps.ts';
import type { Surroundings } from '../prompt/surroundings.ts';
import { steadySurroundings } from './steadySurroundings.ts';

/** What of a document is looked at for a question: whole lines, searched for secrets. Nothing else of it is sent. */
export interface SearchedText {
  /** The number of its first line, 0-based. */
  readonly firstLine: number;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The lines that are asked about, 0-based, inclusive. */
export interface AskedLines {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * What of the text around the lines helps to understand them, see `steadySurroundings`, and the secrets that reach into what is left:
 * they were found in the whole of it, and half of a key could not be told from data.
 */
export function* surroundingsIn(
  { firstLine, text, findings }: SearchedText,
  { startLine, endLine }: AskedLines,
  symbols: readonly OutlineSymbol[],
): Steps<Surroundings & { readonly secrets?: readonly KnownSecret[] }> {
  const start = afterLines(text, 0, startLine - firstLine);
  const end = afterLines(text, start, endLine - startLine + 1);
  yield;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  yield;
  const place = { firstLine, startLine, endLine };
  const around = steadySurroundings({ before, code: text.slice(start, end), after }, place, symbols);
  yield;
  const code = text.slice(start, end).replace(/\n$/, '');
  const found = knownSecrets(text, findings);
  yield;
  const secrets = yield* knownIn(found, [code, around.before, around.after]);
  return { ...around, ...(secrets.length > 0 && { secrets }) };
}

/** Where so many lines from here on end. */
function afterLines(text: string, from: number, lines: number): number {
  let at = from;
  for (let left = lines; left > 0 && at < text.length; left -= 1) at = text.indexOf('\n', at) + 1 || text.length;
  return at;
}
