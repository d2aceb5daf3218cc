import { chanceFor, shuffled } from '../code/chance.ts';
import { languages, type LanguageId } from '../code/languages.ts';
import type { Half } from './labelled.ts';

/** What the split goes by. */
export interface Weighed {
  readonly name: string;
  readonly language: LanguageId;
  /** How much there is to be made of it. */
  readonly weight: number;
}

/**
 * Which half each package belongs to. Within a language the seed decides in which order they are dealt, each to the half that
 * has less; the largest two go first, so that no half is left with scraps.
 */
export function splitByPackage(all: readonly Weighed[], seed: number): ReadonlyMap<string, Half> {
  const halves = new Map<string, Half>();
  for (const language of languages.keys()) {
    const own = all.filter(one => one.language === language).toSorted((one, other) => other.weight - one.weight);
    const chance = chanceFor(seed, 'split', language);
    const dealt = { tuning: 0, test: 0 };
    for (const { name, weight } of [...shuffled(own.slice(0, 2), chance), ...shuffled(own.slice(2), chance)]) {
      const half = dealt.tuning < dealt.test ? 'tuning' : 'test';
      dealt[half] += weight;
      halves.set(name, half);
    }
  }
  return halves;
}
