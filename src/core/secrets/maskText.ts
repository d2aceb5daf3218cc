import { Placeholders } from './placeholders.ts';
import type { Scan } from './secretScan.ts';

/** The text with every secret replaced, for what is written to disk. Rejects when it cannot be scanned. */
export async function maskText(text: string, scan: Scan): Promise<string> {
  return new Placeholders([{ text, findings: await scan(text) }]).mask(text);
}
