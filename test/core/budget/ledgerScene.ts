import { Ledger, type LedgerParts } from '../../../src/core/budget/ledger.ts';
import { InMemoryLog } from '../../support/logs/inMemoryLog.ts';
import type { BudgetRefusal, Reservation, ReserveRequest } from '../../../src/core/budget/reservation.ts';
import type { SharedLog } from '../../../src/core/shared/sharedLog.ts';
import type { Limits } from '../../../src/core/budget/budgetStanding.ts';
import type { Price } from '../../../src/core/model/target.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { Usage } from '../../../src/core/model/answer.ts';

export const dayMs = 24 * 60 * 60 * 1000;

/** A dollar for a million tokens of either kind: a token is a millionth. */
export const price: Price = { input: 1, output: 1 };

export const dayOf = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10);

let ids = 0;
export const newId = (): string => `id-${(ids += 1)}`;

export const limitsOf = (more: Partial<Limits> = {}): Limits => ({
  dayTokens: 1_000,
  monthTokens: 0,
  monthUsd: 0,
  ...more,
});

export const request = (tokens: number, more: Partial<ReserveRequest> = {}): ReserveRequest => ({
  workspace: 'here',
  inputTokens: tokens,
  outputTokens: 0,
  price,
  forMs: 30_000,
  ...more,
});

export const usage = (inputTokens: number, outputTokens = 0, more: Partial<Usage> = {}): Usage => ({
  inputTokens,
  outputTokens,
  cachedInputTokens: 0,
  exact: true,
  ...more,
});

/** A machine with a ledger in each of its windows; `limits` may be changed under them. */
export function machine(limits: Partial<Limits> = {}) {
  const clock = new VirtualClock();
  const log = new InMemoryLog();
  const settings = { now: limitsOf(limits) };
  const parts = (own: SharedLog): LedgerParts => ({
    log: own,
    clock,
    newId,
    dayOf,
    limits: (_, { dayTokens, monthTokens }) => ({
      dayTokens: dayTokens ?? settings.now.dayTokens,
      monthTokens: monthTokens ?? settings.now.monthTokens,
      monthUsd: settings.now.monthUsd,
    }),
  });
  const window = (own: SharedLog = log.window()) => new Ledger(parts(own));
  return { clock, log, settings, window };
}

/** Reads what the other windows have written, whenever that was done last. */
export async function caughtUp(ledger: Ledger, clock: VirtualClock): Promise<Ledger> {
  clock.jump(1_000);
  await ledger.refresh();
  return ledger;
}

export function granted(outcome: Reservation | BudgetRefusal): Reservation {
  if ('release' in outcome) return outcome;
  throw new Error(`refused: ${JSON.stringify(outcome)}`);
}

export const isGranted = (outcome: Reservation | BudgetRefusal): boolean => 'release' in outcome;

/** Used and reserved of the day. */
export const today = (ledger: Ledger, workspace = 'here'): readonly [number, number] => {
  const { day } = ledger.standing(workspace);
  return [day.used, day.reserved];
};
