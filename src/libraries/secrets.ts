import type * as Secretlint from './secretlint.ts';
import type { Scan } from '../core/secrets/secretScan.ts';

/**
 * The scanner for the core's `redact`: secretlint's rules and our own patterns. Both are loaded with the first scan, as a
 * chunk of their own. Linear in the length of the text; about 4 ms for 100 KB.
 */
export const scanSecrets: Scan = async text => {
  secretlint ??= import('./secretlint.ts'); // kept: each import() costs, however often it was done
  return (await secretlint).findSecrets(text);
};

let secretlint: Promise<typeof Secretlint> | undefined;
