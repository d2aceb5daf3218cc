import type * as FindSecrets from './secrets/findSecrets.ts';
import type { Scan } from '../core/secrets/secretScan.ts';

/**
 * The scanner for the core's `redact`: secretlint's rules and our own finders. Both are loaded with the first scan, as a
 * chunk of their own. Linear in the length of the text, and paused whenever it has taken some ms.
 */
export const scanSecrets: Scan = async text => {
  finder ??= import('./secrets/findSecrets.ts'); // kept: each import() costs, however often it was done
  return (await finder).findSecrets(text);
};

let finder: Promise<typeof FindSecrets> | undefined;
