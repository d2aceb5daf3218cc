import type { KnownSecret } from '../model/knownSecret.ts';
import { inSteps, unpaced } from '../shared/steps.ts';
import { placeholdersFor } from './placeholders.ts';
import type { Masking } from './secretScan.ts';

/** Hides the secrets of a text; `known` is what was found in the whole document of which it holds pieces. */
export type Mask = (text: string, known?: readonly KnownSecret[]) => Promise<string>;

/**
 * The text with every secret replaced, for what is written to disk; `known` is what was found in the whole document of which
 * it holds pieces. Rejects when it cannot be scanned.
 */
export async function maskText(
  text: string,
  { scan, pace = unpaced }: Masking,
  known: readonly KnownSecret[] = [],
): Promise<string> {
  const placeholders = await inSteps(placeholdersFor([{ text, findings: await scan(text) }], known), pace);
  return placeholders.mask(text);
}
