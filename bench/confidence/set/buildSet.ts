import { say } from '../../../scripts/support/say.ts';
import { languages } from '../code/languages.ts';
import type { Unit } from '../code/unit.ts';
import { damagedCases, goodCases, shelfOf, type EditShelf } from './editCases.ts';
import type { Labelled } from './labelled.ts';
import { gatherMaterial, type Material } from './material.ts';
import { explanationCases, realCases, voiceCases } from './otherCases.ts';

/** The whole set, and what it was made of. */
export interface LabelledSet {
  readonly material: readonly Material[];
  readonly cases: readonly Labelled[];
}

/** Builds the set; the same seed and the same packages give the same one. */
export async function buildSet(seed: number): Promise<LabelledSet> {
  const material = await gatherMaterial(seed);
  say('building the set');
  const places = (['tuning', 'test'] as const).flatMap(half =>
    [...languages.keys()].map(language => ({ half, language })),
  );
  const shelves = places.map(place => shelfOf(material, place, seed));
  const cases = shelves.flatMap(shelf => {
    const damaged = damagedCases(shelf, foreignTo(shelf, shelves), seed);
    return [
      ...goodCases(shelf),
      ...damaged,
      ...realCases(material, shelf, seed),
      ...explanationCases(shelf, seed),
      ...voiceCases(shelf, damaged, seed),
    ];
  });
  return { material, cases };
}

const family = (language: string): string => (language.includes('script') ? 'script' : language);

/** Code that no one could take for the shelf's language. */
const foreignTo = ({ half, language }: EditShelf, shelves: readonly EditShelf[]): readonly Unit[] =>
  shelves
    .filter(other => other.half === half && family(other.language) !== family(language))
    .flatMap(({ edits }) => edits.map(({ unit }) => unit));
