import { chanceFor, oneOf, shuffled } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import type { Unit } from '../code/unit.ts';
import { fence, fenced } from '../damage/damage.ts';
import { badExplanations } from '../explanations/badExplanations.ts';
import { goodExplanationOf } from '../explanations/goodExplanation.ts';
import { asked, spoken, voiceName, voices } from '../voices/voices.ts';
import { caseOf, type EditShelf } from './editCases.ts';
import { differingLine, type Half, type Labelled } from './labelled.ts';
import type { Material } from './material.ts';

/** Real edits of each language in each half, at most. */
const realEach = 170;
/** Explanations of each language in each half; bad ones of each kind. */
const explanationsEach = 22;
const badEach = 3;

/** How people changed functions, as the answer to nothing in particular: half of them are asked to "update". */
export function realCases(
  material: readonly Material[],
  { half, language }: Pick<EditShelf, 'half' | 'language'>,
  seed: number,
): readonly Labelled[] {
  const own = material.filter(({ half: where, source }) => where === half && source.languages.includes(language));
  const chance = chanceFor(seed, 'real', half, language);
  const piles = own.map(({ realEdits }) => shuffled(realEdits, chance));
  const longest = Math.max(0, ...piles.map(pile => pile.length));
  const inTurn = Array.from({ length: longest }, (_, at) => piles.flatMap(pile => pile[at] ?? [])).flat();
  return inTurn.slice(0, realEach).map(({ unit, code, release }, at) => ({
    ...caseOf({ unit, rule: '', instruction: at % 2 === 0 ? 'update' : '', code }, half),
    group: 'real edits',
    kind: release,
    isBad: false,
    answer: fenced(code, languageOf(language).fence),
    finish: 'stop',
    differs: differingLine(unit.code, code),
  }));
}

/** Explanations, true ones and bad ones of every kind. */
export function explanationCases({ units, half, language }: EditShelf, seed: number): readonly Labelled[] {
  const chance = chanceFor(seed, 'explanations', half, language);
  const alone = shuffled(
    units.filter(({ names }) => names.length === 1),
    chance,
  );
  const chosen = alone.slice(0, explanationsEach);
  const good = chosen.map(unit =>
    explained(unit, half, { kind: 'explanation', text: goodExplanationOf(unit, chance) }),
  );
  const bad = Object.entries(badExplanations).flatMap(([kind, rule], at) =>
    Array.from({ length: badEach }, (_, turn) => chosen[(at * badEach + turn) % chosen.length]).flatMap(unit => {
      const stranger =
        unit &&
        oneOf(
          alone.filter(other => isStranger(other, unit)),
          chance,
        );
      if (!stranger) return [];
      const text = goodExplanationOf(unit, chance);
      const made = rule({ unit, good: text, other: goodExplanationOf(stranger, chance), chance });
      return made ? [explained(unit, half, { kind, text: made.text, good: text, finish: made.finish })] : [];
    }),
  );
  return [...good, ...bad];
}

const isStranger = ({ names, file }: Unit, unit: Unit): boolean =>
  file !== unit.file && !unit.code.includes(names[0] ?? '');

interface Explained {
  readonly kind: string;
  readonly text: string;
  /** The true one; undefined: this is it. */
  readonly good?: string;
  readonly finish?: Labelled['finish'] | undefined;
}

const explained = (unit: Unit, half: Half, { kind, text, good, finish = 'stop' }: Explained): Labelled => ({
  ...caseOf({ unit, rule: '', instruction: '', code: '' }, half),
  task: 'explain',
  group: good === undefined ? 'good explanations' : 'bad explanations',
  kind,
  isBad: good !== undefined,
  ...(good !== undefined && { breaks: 'whole' }),
  answer: text,
  finish,
  differs: good === undefined ? '' : differingLine(good, text),
});

/** In how many of a language's edits each voice speaks, in each half. */
const voiceEach = 2;

/** Behind bare code it ends the answer and is no part of what is applied; within a fence it is. */
const endsTurn = /(?:<\|[a-z_]+\|>|<end_of_turn>)$/;

/** Good edits, and damaged ones, as models of several habits would write them. */
export function voiceCases(shelf: EditShelf, damaged: readonly Labelled[], seed: number): readonly Labelled[] {
  const { edits, half, language } = shelf;
  const chance = chanceFor(seed, 'voices', half, language);
  const info = languageOf(language).fence;
  const [start, end] = [`${fence}${info}\n`, `\n${fence}`];
  // only what is wrong in the code itself: the voice writes the rest
  const bad = shuffled(
    damaged.filter(({ answer, group }) => group === 'form' && answer.startsWith(start) && answer.endsWith(end)),
    chance,
  );
  return voices.flatMap((voice, at) =>
    Array.from({ length: voiceEach }).flatMap((_, turn): readonly Labelled[] => {
      const index = at * voiceEach + turn;
      const [edit, one] = [edits[index % edits.length], bad[index % Math.max(1, bad.length)]];
      if (!edit || !one) return [];
      const kind = voiceName(voice);
      const ask = asked[voice.speaks];
      const good = {
        ...caseOf(edit, half),
        instruction: ask(edit.instruction),
        answer: spoken(voice, edit.code, info),
      };
      const code = one.answer.slice(start.length, -end.length);
      const spoilt = { ...one, instruction: ask(one.instruction), answer: spoken(voice, code, info) };
      return [
        { ...good, group: 'good in voices', kind, isBad: false, finish: 'stop', differs: '' },
        {
          ...spoilt,
          group: 'bad in voices',
          kind,
          differs: `${one.kind}: ${one.differs}`,
          ...(voice.fence === 'bare' && endsTurn.test(code) && { breaks: undefined }),
        },
      ];
    }),
  );
}
