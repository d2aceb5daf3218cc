import { chanceFor, oneOf, shuffled } from '../code/chance.ts';
import { languageOf, type LanguageId } from '../code/languages.ts';
import { tokensOf } from '../code/tokens.ts';
import type { Unit } from '../code/unit.ts';
import { fenced, type Damaging } from '../damage/damage.ts';
import { damageKinds, type DamageKind } from '../damage/kinds.ts';
import type { GoodEdit } from '../good/goodEdit.ts';
import { goodEditOf } from '../good/goodEditOf.ts';
import { differingLine, type Half, type Labelled } from './labelled.ts';
import type { Material } from './material.ts';

/** The good edits of one language in one half, with what their damage needs. */
export interface EditShelf {
  readonly half: Half;
  readonly language: LanguageId;
  readonly edits: readonly GoodEdit[];
  readonly units: readonly Unit[];
}

/** So many good edits for each language in each half, drawn from its packages in turn. */
const goodEach = 170;
/** So many of them wait for something, where that can be lost. */
const awaitingEach = 30;
/** Damaged answers of each kind, for each language in each half: by them there are 150 and more behind each goal. */
const each: Readonly<Record<DamageKind['group'], number>> = { form: 10, names: 45, call: 12, lost: 40, flips: 60 };
/** Of one language only. */
const eachIndentation = 45;

/** Good edits, drawn in turn from the packages of the half. */
export function shelfOf(
  material: readonly Material[],
  place: Pick<EditShelf, 'half' | 'language'>,
  seed: number,
): EditShelf {
  const { half, language } = place;
  const own = material.filter(({ half: where, source }) => where === half && source.languages.includes(language));
  const piles = own.map(({ source, units }) => shuffled(units, chanceFor(seed, 'units', source.name)));
  const awaiting = piles.map(pile => pile.filter(({ code }) => /\bawait\b/.test(code)));
  const edits = new Map<string, GoodEdit>();
  drawInto(edits, awaiting, { most: awaitingEach, seed });
  drawInto(edits, piles, { most: goodEach, seed });
  return { half, language, edits: [...edits.values()], units: own.flatMap(({ units }) => units) };
}

interface Drawing {
  readonly most: number;
  readonly seed: number;
}

/** One of each pile, round by round, until there are enough; of a function, alone or with the next one, one edit. */
function drawInto(edits: Map<string, GoodEdit>, piles: readonly (readonly Unit[])[], { most, seed }: Drawing): void {
  for (let round = 0; edits.size < most && piles.some(pile => round < pile.length); round += 1) {
    for (const pile of piles) {
      const unit = pile[round];
      if (!unit || edits.size >= most || edits.has(placeOf(unit))) continue;
      const edit = goodEditOf(unit, seed);
      if (edit) edits.set(placeOf(unit), edit);
    }
  }
}

const placeOf = ({ package: name, file, names }: Unit): string => [name, file, names[0]].join(' ');

/** What all cases of an edit share. */
export function caseOf(edit: GoodEdit, half: Half) {
  const { language, file, before, code, after, startLine } = edit.unit;
  const task = 'edit' as const;
  return {
    half,
    language,
    package: edit.unit.package,
    file,
    before,
    code,
    after,
    startLine,
    task,
    instruction: edit.instruction,
  };
}

export const goodCases = ({ edits, half, language }: EditShelf): readonly Labelled[] =>
  edits.map(edit => ({
    ...caseOf(edit, half),
    group: 'good edits',
    kind: edit.rule,
    isBad: false,
    answer: fenced(edit.code, languageOf(language).fence),
    finish: 'stop',
    differs: '',
  }));

/** Every kind of damage, on as many of the good edits as have something to damage. */
export function damagedCases(shelf: EditShelf, foreign: readonly Unit[], seed: number): readonly Labelled[] {
  const prepared = new Map<GoodEdit, Omit<Damaging, 'chance' | 'foreign'>>();
  const prepare = (edit: GoodEdit) => {
    const known = prepared.get(edit) ?? {
      edit,
      tokens: tokensOf({ ...edit.unit, code: edit.code }),
      siblings: shelf.units.filter(({ file, package: name }) => file === edit.unit.file && name === edit.unit.package),
    };
    prepared.set(edit, known);
    return known;
  };
  return damageKinds.flatMap(kind => {
    const chance = chanceFor(seed, kind.kind, shelf.language, shelf.half);
    const wanted = kind.kind === 'Python indentation' ? eachIndentation : each[kind.group];
    const found: Labelled[] = [];
    for (const edit of shuffled(shelf.edits, chance)) {
      if (found.length >= wanted) break;
      const other = oneOf(foreign, chance);
      const damaged = other && damagedCase(kind, { ...prepare(edit), foreign: other, chance }, shelf.half);
      if (damaged) found.push(damaged);
    }
    return found;
  });
}

function damagedCase({ kind, group, breaks, rule }: DamageKind, damaging: Damaging, half: Half): Labelled | undefined {
  const { edit } = damaging;
  const damaged = rule(damaging);
  if (!damaged || damaged.code === edit.code || (damaged.code === edit.unit.code && kind !== 'unchanged'))
    return undefined;
  const { fence } = languageOf(edit.unit.language);
  const answer = damaged.code === undefined ? damaged.text : fenced(damaged.code, fence);
  return {
    ...caseOf(edit, half),
    group,
    kind,
    isBad: true,
    breaks,
    answer,
    finish: damaged.code === undefined ? (damaged.finish ?? 'stop') : 'stop',
    differs: differingLine(fenced(edit.code, fence), answer),
  };
}
