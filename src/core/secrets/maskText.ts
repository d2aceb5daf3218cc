import type { KnownSecret } from '../model/knownSecret.ts';
import { Placeholders } from './placeholders.ts';
import type { Scan } from './secretScan.ts';

/** Hides the secrets of a text; `known` is what was found in the whole document of which it holds pieces. */
export type Mask = (text: string, known?: readonly KnownSecret[]) => Promise<string>;

/**
 * The text with every secret replaced, for what is written to disk; `known` is what was found in the whole document of which
 * it holds pieces. Rejects when it cannot be scanned.
 */
export async function maskText(text: string, scan: Scan, known: readonly KnownSecret[] = []): Promise<string> {
  return new Placeholders([{ text, findings: await scan(text) }], known).mask(text);
}
