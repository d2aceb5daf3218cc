import type { KnownSecret } from '../../core/model/knownSecret.ts';
import { knownIn, knownSecrets } from '../../core/secrets/knownSecrets.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';
import { outlineOf, type OutlineSymbol } from '../outline.ts';
import { nearest, type Surroundings } from '../surroundings.ts';

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
 * What of the text around the lines helps to understand them, see `nearest`, and the secrets that reach into what is left:
 * they were found in the whole of it, and half of a key could not be told from data.
 */
export function surroundingsIn(
  { firstLine, text, findings }: SearchedText,
  { startLine, endLine }: AskedLines,
  symbols: readonly OutlineSymbol[],
): Surroundings & { readonly secrets?: readonly KnownSecret[] } {
  const lines = text.split('\n');
  const above = lines.slice(0, startLine - firstLine);
  const before = above.length > 0 ? `${above.join('\n')}\n` : '';
  const after = lines.slice(endLine - firstLine + 1).join('\n');
  const place = { firstLine, startLine, endLine };
  const around = nearest({ before, after, outline: outlineOf(symbols, before, place) });
  const code = lines.slice(startLine - firstLine, endLine - firstLine + 1).join('\n');
  const secrets = knownIn(knownSecrets(text, findings), [code, around.before, around.after]);
  return { ...around, ...(secrets.length > 0 && { secrets }) };
}
