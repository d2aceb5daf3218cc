import { shareOf, type Measure, type OnExceeded, type Spending } from '../../../core/budget/spending.ts';
import type { BudgetLimit } from '../../../core/model/note.ts';
import type { DoctorFix, DoctorLevel, Found } from '../found/doctorFinding.ts';

/** What looking at the budget needs of the world. */
export interface BudgetFacts {
  readonly spending: Spending;
  /** Share from which a limit counts as low. */
  readonly warnAt: number;
  readonly onExceeded: OnExceeded;
  /** Tokens that the latest question needed which a limit held back; undefined: it held none back. */
  readonly neededFor: (which: BudgetLimit) => number | undefined;
}

/** What can be found about the budget. */
export type BudgetFinding =
  (Found<'budget', 'limit'> & Measure & BudgetRule) | (Found<'budget', 'record'> & { readonly isKept: boolean });

interface BudgetRule {
  readonly onExceeded: OnExceeded;
  readonly isEstimated: boolean;
  /** What is left is less than these tokens, which the latest question needed that was held back. */
  readonly needed?: number;
}

/** How much of each limit is used, and whether that is written down. */
export function checkBudget({ spending, warnAt, onExceeded, neededFor }: BudgetFacts): readonly BudgetFinding[] {
  const { measures, isEstimated, isKept } = spending;
  return [
    ...measures.map((measure): BudgetFinding => {
      const needed = tooMuchFor(measure, neededFor(measure.which));
      const level = levelOf(shareOf(measure), needed === undefined ? warnAt : 0);
      const fixes = level === 'fine' ? {} : { fixes: fixesFor(level) };
      const rule = { onExceeded, isEstimated, ...(needed !== undefined && { needed }) };
      return { area: 'budget', code: 'limit', level, ...measure, ...rule, ...fixes };
    }),
    isKept
      ? { area: 'budget', code: 'record', level: 'fine', isKept }
      : { area: 'budget', code: 'record', level: 'problem', isKept, fixes: [{ command: 'steadfast.showLog' }] },
  ];
}

/** A limit holds a question back long before it is used up, because the longest answer must fit; undefined: there is room. */
function tooMuchFor({ used, limit }: Measure, needed: number | undefined): number | undefined {
  return needed !== undefined && limit > 0 && limit - used < needed ? needed : undefined;
}

function levelOf(share: number, warnAt: number): DoctorLevel {
  if (share >= 1) return 'problem';
  return share >= warnAt ? 'warning' : 'fine';
}

const fixesFor = (level: DoctorLevel): readonly DoctorFix[] => [
  { command: 'steadfast.setBudget' },
  ...(level === 'problem' ? [{ command: 'steadfast.allowOverBudget' } as const] : []),
];
