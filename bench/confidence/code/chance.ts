import { sequence } from '../../../test/simulation/seededClock.ts';

/** Draws by a seed: the same seed, the same set. */
export type Chance = () => number;

/** Chance of its own for everything that has a name, so that a new kind changes none of the others. */
export function chanceFor(seed: number, ...names: readonly (string | number)[]): Chance {
  let hash = seed;
  for (const sign of names.join('\0')) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  const chance = sequence(hash);
  chance();
  return chance;
}

export const oneOf = <T>(things: readonly T[], chance: Chance): T | undefined =>
  things[Math.floor(chance() * things.length)];

export const between = (least: number, most: number, chance: Chance): number =>
  least + Math.floor(chance() * (most - least + 1));

export const shuffled = <T>(things: readonly T[], chance: Chance): readonly T[] =>
  things
    .map(thing => ({ thing, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
