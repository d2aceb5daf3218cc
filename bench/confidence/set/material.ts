import { packages, type SourcePackage } from '../corpus/packages.ts';
import { releasesOf } from '../corpus/sources.ts';
import type { Unit } from '../code/unit.ts';
import { unitsOf } from '../code/units.ts';
import type { Half } from './labelled.ts';
import { realEditsBetween, type RealEdit } from './realEdits.ts';
import { splitByPackage } from './split.ts';

/** What a package has to give. */
export interface Material {
  readonly source: SourcePackage;
  readonly half: Half;
  /** What its releases came in, with their versions. */
  readonly packed: readonly string[];
  /** What may be selected in its last release. */
  readonly units: readonly Unit[];
  readonly realEdits: readonly RealEdit[];
}

/** Gets all packages, and deals them to the halves. */
export async function gatherMaterial(seed: number): Promise<readonly Material[]> {
  const found: Omit<Material, 'half'>[] = [];
  for (const source of packages) {
    const releases = await releasesOf(source);
    const realEdits = releases.slice(1).flatMap((later, at) => {
      const earlier = releases[at];
      return earlier ? realEditsBetween(earlier, later) : [];
    });
    const units = (releases.at(-1)?.files ?? []).flatMap(unitsOf);
    found.push({ source, packed: releases.map(({ packed }) => packed), units, realEdits });
  }
  const halves = splitByPackage(
    found.flatMap(({ source, units, realEdits }) =>
      source.languages
        .slice(0, 1)
        .map(language => ({ name: source.name, language, weight: Math.min(300, units.length) + 3 * realEdits.length })),
    ),
    seed,
  );
  return found.map(own => ({ ...own, half: halves.get(own.source.name) ?? 'tuning' }));
}
