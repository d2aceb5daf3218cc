import { createHash } from 'node:crypto';
import { say } from '../../scripts/support/say.ts';
import type { Figures } from '../harness/bench.ts';
import { elidedSpellings } from './damage/elided.ts';
import { shareGoals } from './figures/goals.ts';
import { inHalf, type Judged } from './figures/judged.ts';
import { doubtedRows, missedRows } from './figures/missed.ts';
import { groupRows, kindRows, voiceRows } from './figures/tables.ts';
import { timesOf } from './figures/times.ts';
import { hasGrammars } from './play/parser.ts';
import { playAnswer } from './play/playAnswer.ts';
import { toldOf } from './play/told.ts';
import { buildSet, type LabelledSet } from './set/buildSet.ts';
import type { Half, Labelled } from './set/labelled.ts';

/** Of the set and of its split. Chosen so that both halves have real edits where more than one package has any. */
const seed = 2_031;
/** What is loaded with the first answers is no part of the others' time. */
const warmUp = 200;
const saidEvery = 5_000;

/** What the confidence gate finds, misses and falsely doubts, on answers of which the builder knows whether they are right. */
export async function confidence(): Promise<Figures> {
  const set = await buildSet(seed);
  for (const labelled of set.cases.slice(0, warmUp)) await playAnswer(labelled);
  const judged: Judged[] = [];
  for (const labelled of set.cases) {
    if (judged.length % saidEvery === 0) say(`${judged.length} of ${set.cases.length} answers judged`);
    const played = await playAnswer(labelled);
    judged.push({ ...labelled, ...played, telling: toldOf(labelled, played.confidence) });
  }
  const goals = shareGoals(judged);
  const times = timesOf(judged);
  return {
    preface: preface(set, judged),
    rows: [
      ...kindRows(judged),
      ...voiceRows(judged),
      ...groupRows(judged),
      ...missedRows(goals),
      ...doubtedRows(judged),
      ...times.rows,
    ],
    goals: [...goals.map(({ goal }) => goal), ...times.goals],
  };
}

function preface({ material }: LabelledSet, judged: readonly Judged[]): readonly string[] {
  const packedOf = (half: Half): string =>
    material
      .flatMap(own => (own.half === half ? own.packed.map(name => name.replace(/\.tgz$|_\w+\.deb$/, '')) : []))
      .join(', ');
  const count = (group: string): number => judged.filter(own => own.group === group).length;
  return [
    `Seed ${seed}: ${judged.length} answers, ${inHalf(judged, 'test').length} of them in the test half; ${count('good edits')} good edits, ${count('real edits')} real ones, ${elidedSpellings} spellings of what is left out.`,
    `Tuning half: ${packedOf('tuning')}.`,
    `Test half: ${packedOf('test')}.`,
    `The set's digest, the same as long as builder and packages are: ${digestOf(judged)}.`,
    hasGrammars
      ? 'Go, Rust, Java and C++ are parsed by the grammars of the VS Code that is installed here.'
      : 'NO VS CODE IS INSTALLED HERE (`npm test -- editor` installs one): Go, Rust, Java and C++ are not parsed, their brackets are counted.',
    'Shares are of the test half, with their intervals of 95 % (Wilson); told is a disclaimer, a review, or a fact beside the diff.',
  ];
}

function digestOf(cases: readonly Labelled[]): string {
  const hash = createHash('sha256');
  for (const { file, startLine, kind, instruction, answer } of cases)
    hash.update(JSON.stringify([file, startLine, kind, instruction, answer]));
  return hash.digest('hex').slice(0, 16);
}
