import type { Sign } from '../model/answer.ts';

/**
 * The signs, those made facts that this user has shown to be no reason for a doubt: `demoted` says which, and how many such answers were
 * used. Only a soft sign is made less, and none more. Facts: `used`, how many.
 */
export function withDemoted(signs: readonly Sign[], demoted: ReadonlyMap<string, number> | undefined): readonly Sign[] {
  if (!demoted || demoted.size === 0) return signs;
  return signs.map(sign => {
    const used = sign.weight === 'soft' ? demoted.get(sign.code) : undefined;
    return used === undefined ? sign : { ...sign, weight: 'fact', facts: { ...sign.facts, used } };
  });
}
