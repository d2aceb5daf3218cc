import type { Row } from '../../harness/bench.ts';
import type { Goal } from '../../harness/goal.ts';
import { median } from '../../harness/statistics.ts';
import { strongest, type WorldContest } from './contest.ts';
import { of } from './of.ts';
import type { Summary } from './summary.ts';

interface Measure {
  readonly name: string;
  readonly limit: number;
  readonly unit: string;
  readonly value: (contest: WorldContest) => number;
  /** The goal is about the worst world, not about the median. */
  readonly isForAll?: boolean;
}

/** Smaller is better in all of them. */
const measures: readonly Measure[] = [
  {
    name: 'tiered: cost / that of always the strongest',
    limit: 0.6,
    unit: '',
    value: contest => of(contest, 'tiered').costUsd / of(contest, strongest).costUsd,
  },
  {
    name: 'tiered: fewer kept than always the strongest',
    limit: 2,
    unit: 'points',
    value: contest => 100 * (of(contest, strongest).kept - of(contest, 'tiered').kept),
  },
  { name: 'learned: lost of the oracle’s worth, questions 501 to 1 000', limit: 0.1, unit: '', value: lost('early') },
  { name: 'learned: lost of the oracle’s worth after 3 000 questions', limit: 0.05, unit: '', value: lost('late') },
  {
    name: 'learned: below tiered in its worst week, worst world',
    limit: 3,
    unit: 'points',
    isForAll: true,
    value: worstWeek,
  },
  {
    name: 'fastest: p95 / that of ordered',
    limit: 0.7,
    unit: '',
    value: contest => of(contest, 'fastest').p95Ms / of(contest, 'ordered').p95Ms,
  },
];

function lost(when: keyof Pick<Summary, 'early' | 'late'>): Measure['value'] {
  return contest => 1 - of(contest, 'learned')[when] / of(contest, 'oracle')[when];
}

/** By how much learned is worth less than tiered in the week where that is most; less than 0: it is worth more in every week. */
function worstWeek(contest: WorldContest): number {
  const ours = of(contest, 'tiered').weeks;
  return 100 * Math.max(...of(contest, 'learned').weeks.map((worth, week) => (ours[week] ?? 0) - worth));
}

/** Each measure with the median and the worst of the worlds, and its goal. */
export function routingGoals(contests: readonly WorldContest[]): {
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
} {
  const found = measures.map(measure => {
    const values = contests.map(measure.value);
    return { ...measure, middle: median(values), worst: Math.max(...values), values };
  });
  return {
    rows: found.map(({ name, middle, worst, unit, limit, values }) => ({
      measure: name,
      steadfast: `${middle.toFixed(3)} ${unit}`.trim(),
      remark: `worst world ${worst.toFixed(3)}; ${values.filter(value => value <= limit).length} of ${values.length} within ${limit}`,
    })),
    goals: found.map(({ name, middle, worst, unit, limit, isForAll }) => ({
      name,
      value: isForAll ? worst : middle,
      limit,
      ...(unit !== '' && { unit }),
      because: isForAll
        ? 'the worst of all worlds and weeks counts'
        : `median of the worlds; the worst one: ${worst.toFixed(3)}`,
    })),
  };
}
