import type { Limits } from '../../../src/core/budget/budgetStanding.ts';
import { Ledger } from '../../../src/core/budget/ledger.ts';
import type { OnExceeded } from '../../../src/core/budget/spending.ts';
import type { BudgetParts } from '../../../src/core/layers/budget.ts';
import type { Clock } from '../../../src/core/model/clock.ts';
import { InMemoryLog } from '../../support/logs/inMemoryLog.ts';
import { dayOf, limitsOf, newId, price } from '../../core/budget/ledgerScene.ts';

/** What may be spent: 1 000 tokens a day unless it says something else. Default of `onExceeded`: 'degrade'. */
export type WorldBudget = Partial<Limits> & { readonly onExceeded?: OnExceeded };

/** Whose budget it is. */
export const workspace = 'here';

/** A target with it is counted; one without a price is a model on this machine and free. */
export const priced = { price };

/** What the client needs to count, over a ledger in memory. */
export function budgetOf(clock: Clock, { onExceeded = 'degrade', ...more }: WorldBudget): Omit<BudgetParts, 'clock'> {
  const limits = limitsOf(more);
  const ledger = new Ledger({
    log: new InMemoryLog().window(),
    clock,
    newId,
    dayOf,
    limits: (_, { dayTokens = limits.dayTokens, monthTokens = limits.monthTokens }) => ({
      dayTokens,
      monthTokens,
      monthUsd: limits.monthUsd,
    }),
  });
  return {
    ledger,
    workspace: () => workspace,
    priceOf: target => target.price,
    onExceeded: () => onExceeded,
    upperFactor: () => 1,
  };
}
