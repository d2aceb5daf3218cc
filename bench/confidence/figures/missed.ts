import type { Row } from '../../harness/bench.ts';
import { isMet } from '../../harness/goal.ts';
import type { ShareGoal } from './goals.ts';
import { isAlarm, type Judged } from './judged.ts';

const mostExamples = 5;

/** Of every goal that is missed, up to five answers that are against it, of as many kinds as there are: lines of public packages. */
export function missedRows(goals: readonly ShareGoal[]): readonly Row[] {
  return goals
    .filter(({ goal }) => !isMet(goal))
    .flatMap(({ goal, against }) =>
      exampleRows(goal.name.replace(/^confidence (.*), \d+ of the test half$/, 'against: $1'), against),
    );
}

/** Right answers that are doubted although no goal speaks of them: whoever builds evidence wants to know why. */
export function doubtedRows(all: readonly Judged[]): readonly Row[] {
  const doubted = all.filter(judged => !judged.isBad && judged.group !== 'real edits' && isAlarm(judged));
  return exampleRows('right and doubted', doubted);
}

const exampleRows = (measure: string, judged: readonly Judged[]): readonly Row[] =>
  ofManyKinds(judged).map(one => ({
    measure,
    steadfast: one.kind,
    remark: `${one.package} ${shortened(one.file)}:${one.startLine}${signsOf(one)}: ${one.differs}`,
  }));

/** The first of each kind, then the second of each. */
function ofManyKinds(against: readonly Judged[]): readonly Judged[] {
  const kinds = [...Map.groupBy(against, ({ kind }) => kind).values()];
  const rounds = Array.from({ length: mostExamples }, (_, round) => kinds.flatMap(own => own[round] ?? []));
  return rounds.flat().slice(0, mostExamples);
}

const signsOf = ({ confidence }: Judged): string => {
  const signs = confidence?.signs.filter(({ weight }) => weight !== 'good').map(({ code }) => code) ?? [];
  return signs.length === 0 ? '' : ` (${signs.join(', ')})`;
};

const shortened = (file: string): string => file.split('/').slice(-2).join('/');
