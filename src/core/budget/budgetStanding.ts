import {
  budgetLimits,
  entryTokens,
  type LedgerProjection,
  type SavedField,
  type SpentField,
} from './ledgerProjection.ts';
import { microsPerUsd, monthOf, type HeldEntry, type Tally, type Where } from './ledgerRecords.ts';
import type { BudgetLimit } from '../model/note.ts';

/** What a workspace may spend; 0: no limit. Money is the user's, in US dollars, for all workspaces together. */
export interface Limits {
  readonly dayTokens: number;
  readonly monthTokens: number;
  readonly monthUsd: number;
}

/** One limit and how much of it is gone: tokens, or US dollars. */
export interface Meter {
  /** Settled, and what was never settled and should have been, at its estimate. */
  readonly used: number;
  /** How much of `used` is estimated. Of money: 0, its estimates are in the tokens. */
  readonly estimated: number;
  /** Held by attempts under way. */
  readonly reserved: number;
  /** 0: none. */
  readonly limit: number;
  /** Used and reserved of the limit; 0 without one, and above 1 when more was spent. */
  readonly share: number;
}

/** How a workspace stands now. */
export interface Standing extends Readonly<Record<BudgetLimit, Meter>> {
  /** The worst share of the three. */
  readonly share: number;
  /** The first limit that is used up, what is under way not counted; undefined: none. */
  readonly spent: BudgetLimit | undefined;
}

/** What one workspace spent, and was spared, in a month. */
export interface WorkspaceSpending {
  readonly workspace: string;
  readonly inputTokens: number;
  /** Thinking included. */
  readonly outputTokens: number;
  /** Of the input, what the providers remembered. */
  readonly cachedInputTokens: number;
  /** Tokens that are estimated, not reported; those of attempts that were never settled too. */
  readonly estimatedTokens: number;
  /** Tokens of models whose price is unknown: `usd` says nothing of them. */
  readonly unpricedTokens: number;
  readonly reservedTokens: number;
  readonly usd: number;
  readonly attempts: number;
  readonly saved: Tally<SavedField>;
}

/** After its deadline, how long an attempt may be silent before its estimate counts as spent, ms. */
const graceMs = 60_000;

/** What a standing is measured against. */
export interface Measuring {
  readonly limits: Limits;
  /** Wall-clock ms of now. */
  readonly wallMs: number;
}

/** How a workspace stands in the day and month of `where`. */
export function standingOf(projection: LedgerProjection, where: Where, { limits, wallMs }: Measuring): Standing {
  const { ws, day } = where;
  const month = monthOf(day);
  const held = [...projection.held].filter(entry => monthOf(entry.day) === month);
  const own = held.filter(entry => entry.ws === ws);
  const today = own.filter(entry => entry.day === day);
  const micros = projection.spent
    .in(month)
    .values()
    .reduce((sum, tally) => sum + tally.micros, 0);
  const meters: Readonly<Record<BudgetLimit, Meter>> = {
    day: tokenMeter(projection.spent.of(ws, day), partedByTime(today, wallMs), limits.dayTokens),
    month: tokenMeter(projection.spent.of(ws, month), partedByTime(own, wallMs), limits.monthTokens),
    money: moneyMeter(micros, partedByTime(held, wallMs), limits.monthUsd),
  };
  const share = Math.max(...budgetLimits.map(which => meters[which].share));
  const spent = budgetLimits.find(which => meters[which].limit > 0 && meters[which].used >= meters[which].limit);
  return { ...meters, share, spent };
}

/** What each workspace spent in the month of this day. */
export function spendingsOf(projection: LedgerProjection, day: string, wallMs: number): readonly WorkspaceSpending[] {
  const month = monthOf(day);
  const held = [...projection.held].filter(entry => monthOf(entry.day) === month);
  const names = new Set([
    ...projection.spent.in(month).keys(),
    ...projection.saved.in(month).keys(),
    ...held.map(({ ws }) => ws),
  ]);
  return [...names].toSorted().map(ws => {
    const { input, output, cached, micros, estimated, unpriced, attempts } = projection.spent.of(ws, month);
    const [lost, underWay] = partedByTime(
      held.filter(entry => entry.ws === ws),
      wallMs,
    );
    return {
      workspace: ws,
      inputTokens: input + sum(lost, entry => entry.input),
      outputTokens: output + sum(lost, entry => entry.output),
      cachedInputTokens: cached,
      estimatedTokens: estimated + sum(lost, entryTokens),
      unpricedTokens: unpriced,
      reservedTokens: sum(underWay, entryTokens),
      usd: (micros + sum(lost, entry => entry.micros)) / microsPerUsd,
      attempts: attempts + lost.length,
      saved: projection.saved.of(ws, month),
    };
  });
}

function tokenMeter(spent: Tally<SpentField>, [lost, underWay]: PartedByTime, limit: number): Meter {
  const lostTokens = sum(lost, entryTokens);
  return meter({
    used: entryTokens(spent) + lostTokens,
    estimated: spent.estimated + lostTokens,
    reserved: sum(underWay, entryTokens),
    limit,
  });
}

/** Worked out in whole millionths, given in dollars. */
function moneyMeter(micros: number, [lost, underWay]: PartedByTime, limitUsd: number): Meter {
  const of = (entries: readonly HeldEntry[]) => sum(entries, entry => entry.micros);
  const limitMicros = limitUsd * microsPerUsd;
  const { used, reserved, share } = meter({
    used: micros + of(lost),
    estimated: 0,
    reserved: of(underWay),
    limit: limitMicros,
  });
  return {
    used: used / microsPerUsd,
    estimated: 0,
    reserved: reserved / microsPerUsd,
    limit: limitUsd,
    share,
  };
}

const meter = (amounts: Omit<Meter, 'share'>): Meter => ({
  ...amounts,
  share: amounts.limit > 0 ? (amounts.used + amounts.reserved) / amounts.limit : 0,
});

/** Attempts that should have been settled by now, and attempts under way. */
type PartedByTime = readonly [lost: readonly HeldEntry[], underWay: readonly HeldEntry[]];

const partedByTime = (held: readonly HeldEntry[], wallMs: number): PartedByTime => {
  const isLost = ({ until }: HeldEntry) => until + graceMs < wallMs;
  return [held.filter(isLost), held.filter(entry => !isLost(entry))];
};

const sum = (entries: readonly HeldEntry[], of: (entry: HeldEntry) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0);

/** What was settled on one day: the workspace's tokens, and everybody's money in US dollars. */
export interface DaySpending {
  readonly tokens: number;
  readonly usd: number;
}

export function daySpending(projection: LedgerProjection, { ws, day }: Where): DaySpending {
  const micros = projection.spent
    .in(day)
    .values()
    .reduce((total, tally) => total + tally.micros, 0);
  return { tokens: entryTokens(projection.spent.of(ws, day)), usd: micros / microsPerUsd };
}

/** The latest so many days, today last. Days have 23 to 25 hours, so the way back is in halves of them. */
export function latestDays(wallMs: number, count: number, dayOf: (wallMs: number) => string): readonly string[] {
  const days = Array.from({ length: 2 * count + 1 }, (_, halves) => dayOf(wallMs - halves * 12 * 3_600_000));
  return [...new Set(days)].slice(0, count).toReversed();
}
