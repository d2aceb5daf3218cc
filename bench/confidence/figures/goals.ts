import type { Goal } from '../../harness/goal.ts';
import { languages, type LanguageId } from '../code/languages.ts';
import { claimsOf } from '../damage/claims.ts';
import { inHalf, isTold, shareOf, type Judged, type Share } from './judged.ts';

/** A goal of a share, with the answers that are against it. */
export interface ShareGoal {
  readonly goal: Goal;
  readonly against: readonly Judged[];
}

/** How many of each kind of damage may go untold; of names by what is known of the language's. */
const mostUntold: Readonly<Record<'form' | 'names' | 'lost' | 'flips', (id: LanguageId) => number>> = {
  form: () => 0.02,
  names: id => (id.includes('script') ? 0.05 : id === 'python' ? 0.1 : 0.2),
  lost: () => 0.1,
  flips: () => 0.05,
};
const mostUntoldExplanations = 0.15;
const mostDisclaimed = 0.02;
const mostReviewed = 0.003;
const mostDoubtedExplanations = 0.01;
/** Of fewer cases nothing is promised. */
const leastCases = 150;

/** Every goal, on the test half. */
export function shareGoals(all: readonly Judged[]): readonly ShareGoal[] {
  const test = inHalf(all, 'test');
  const of = (...groups: readonly string[]) => test.filter(({ group }) => groups.includes(group));
  const untold = (judged: Judged): boolean => !isTold(judged);
  return [
    ...Object.entries(mostUntold).flatMap(([group, limit]) =>
      [...languages.keys()].map(id => {
        const own = of(group).filter(({ language }) => language === id);
        return goalOf(`${group} damaged and not told, ${id}`, own, { counts: untold, limit: limit(id) });
      }),
    ),
    goalOf('bad explanations not told', of('bad explanations'), { counts: untold, limit: mostUntoldExplanations }),
    ...alarmGoals('real edits', of('real edits')),
    ...[...languages.keys()].flatMap(id => {
      const own = of('real edits').filter(({ language }) => language === id);
      return own.length < leastCases ? [] : alarmGoals(`real edits, ${id}`, own);
    }),
    goalOf('good explanations doubted', of('good explanations'), { counts: isTold, limit: mostDoubtedExplanations }),
    goalOf(
      'bad answers whose words claim what is false',
      test.filter(({ isBad }) => isBad),
      { counts: overclaims, limit: 0 },
    ),
  ];
}

const alarmGoals = (name: string, own: readonly Judged[]): readonly ShareGoal[] => [
  goalOf(`${name} with a disclaimer`, own, { counts: ({ telling }) => telling === 'disclaim', limit: mostDisclaimed }),
  goalOf(`${name} sent to review`, own, { counts: ({ telling }) => telling === 'review', limit: mostReviewed }),
];

const overclaims = ({ confidence, breaks }: Judged): boolean =>
  confidence !== undefined && breaks !== undefined && claimsOf(confidence).includes(breaks);

interface Counted {
  readonly counts: (judged: Judged) => boolean;
  readonly limit: number;
}

/** A share of too few cases is missed, whatever it is. */
function goalOf(name: string, own: readonly Judged[], { counts, limit }: Counted): ShareGoal {
  const share: Share = shareOf(own, counts);
  const isEnough = share.of >= leastCases;
  return {
    goal: {
      name: `confidence ${name}, ${share.of} of the test half`,
      value: isEnough ? share.count / share.of : 1,
      limit,
      ...(!isEnough && { because: `fewer than ${leastCases} cases` }),
    },
    against: own.filter(counts),
  };
}
