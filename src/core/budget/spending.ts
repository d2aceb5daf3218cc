import type { BudgetLimit } from '../model/note.ts';

/** One limit of the budget, and how much of it is used. */
export interface Measure {
  readonly which: BudgetLimit;
  /** Tokens; of 'money' US dollars. */
  readonly used: number;
  /** 0: there is no limit. */
  readonly limit: number;
}

/** What this workspace has used, of the day and of the month, and the user of this month's money. */
export interface Spending {
  readonly measures: readonly Measure[];
  /** A part of it is estimated, because a provider did not say or a window was closed. */
  readonly isEstimated: boolean;
  /** Of today, US dollars, of the user in all workspaces; what runs is not in it. Default: not known. */
  readonly todayUsd?: number;
  /** Not spent this month, thanks to remembered and shared answers, shorter prompts and cheaper models; estimated. */
  readonly saved?: { readonly tokens: number; readonly usd: number };
  /** False while it cannot be written down: then it holds for this window alone. */
  readonly isKept: boolean;
}

/** The used share of a limit, from 0; above 1 when it was overrun; 0 without a limit. */
export const shareOf = ({ used, limit }: Measure): number => (limit > 0 ? used / limit : 0);

/** The limit of which the largest share is used; undefined: there is no limit. */
export function tightest({ measures }: Spending): Measure | undefined {
  const limited = measures.filter(({ limit }) => limit > 0);
  return limited.reduce<Measure | undefined>(
    (worst, measure) => (worst && shareOf(worst) >= shareOf(measure) ? worst : measure),
    undefined,
  );
}

/** What happens when the rest of the budget does not cover a question: the user is asked, cheaper targets are, or none. */
export type OnExceeded = 'ask' | 'degrade' | 'block';
