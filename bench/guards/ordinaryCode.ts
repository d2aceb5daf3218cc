import { scanSecrets } from '../../src/libraries/secrets.ts';
import { ordinaryLines } from '../../test/libraries/secrets/written/ordinaryLines.ts';
import type { Figures } from '../harness/bench.ts';

/** Lines that speak of passwords, tokens and keys and hold none: how many are masked. */
export async function ordinaryCode(): Promise<Figures> {
  const rows = [];
  let [masked, all] = [0, 0];
  for (const [language, lines] of Object.entries(ordinaryLines)) {
    let own = 0;
    for (const line of lines) if ((await scanSecrets(line)).length > 0) own += 1;
    rows.push({ measure: `ordinary lines masked: ${language}`, steadfast: `${own} of ${lines.length}` });
    masked += own;
    all += lines.length;
  }
  return { rows, goals: [{ name: `guards ordinary lines masked, of ${all}`, value: masked, limit: 0 }] };
}
