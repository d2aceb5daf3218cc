import type { Scan } from '../core/layers/redact.ts';

/**
 * The scanner for the core's `redact`: secretlint's rules and our own patterns. Both are loaded with the first scan, as a
 * chunk of their own. Linear in the length of the text; about 4 ms for 100 KB.
 */
export const scanSecrets: Scan = async text => (await import('./secretlint.ts')).findSecrets(text);
