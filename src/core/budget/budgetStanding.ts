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

/** How a workspace stands, by the books and the limits of now. */
export function standingOf(books: LedgerProjection, where: Where, limits: Limits, wallMs: number): Standing {
  const { ws, day } = where;
  const month = monthOf(day);
  const held = [...books.held].filter(entry => monthOf(entry.day) === month);
  const own = held.filter(entry => entry.ws === ws);
  const today = own.filter(entry => entry.day === day);
  const micros = books.spent
    .in(month)
    .values()
    .reduce((sum, tally) => sum + tally.micros, 0);
  const meters: Readonly<Record<BudgetLimit, Meter>> = {
    day: tokenMeter(books.spent.of(ws, day), today, limits.dayTokens, wallMs),
    month: tokenMeter(books.spent.of(ws, month), own, limits.monthTokens, wallMs),
    money: moneyMeter(micros, held, limits.monthUsd, wallMs),
  };
  const share = Math.max(...budgetLimits.map(which => meters[which].share));
  const spent = budgetLimits.find(which => meters[which].limit > 0 && meters[which].used >= meters[which].limit);
  return { ...meters, share, spent };
}

/** What each workspace spent in the month of this day. */
export function spendingsOf(books: LedgerProjection, day: string, wallMs: number): readonly WorkspaceSpending[] {
  const month = monthOf(day);
  const held = [...books.held].filter(entry => monthOf(entry.day) === month);
  const names = new Set([
    ...books.spent.in(month).keys(),
    ...books.saved.in(month).keys(),
    ...held.map(({ ws }) => ws),
  ]);
  return [...names].toSorted().map(ws => {
    const { input, output, cached, micros, estimated, unpriced, attempts } = books.spent.of(ws, month);
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
      saved: books.saved.of(ws, month),
    };
  });
}

function tokenMeter(spent: Tally<SpentField>, held: readonly HeldEntry[], limit: number, wallMs: number): Meter {
  const [lost, underWay] = partedByTime(held, wallMs);
  const lostTokens = sum(lost, entryTokens);
  return meter(entryTokens(spent) + lostTokens, spent.estimated + lostTokens, sum(underWay, entryTokens), limit);
}

/** Worked out in whole millionths, told in dollars. */
function moneyMeter(micros: number, held: readonly HeldEntry[], limitUsd: number, wallMs: number): Meter {
  const [lost, underWay] = partedByTime(held, wallMs);
  const of = (entries: readonly HeldEntry[]) => sum(entries, entry => entry.micros);
  const { used, reserved, share } = meter(micros + of(lost), 0, of(underWay), limitUsd * microsPerUsd);
  return {
    used: used / microsPerUsd,
    estimated: 0,
    reserved: reserved / microsPerUsd,
    limit: limitUsd,
    share,
  };
}

const meter = (used: number, estimated: number, reserved: number, limit: number): Meter => ({
  used,
  estimated,
  reserved,
  limit,
  share: limit > 0 ? (used + reserved) / limit : 0,
});

/** Those whose end should have come, and those under way. */
const partedByTime = (
  held: readonly HeldEntry[],
  wallMs: number,
): readonly [readonly HeldEntry[], readonly HeldEntry[]] => {
  const isLost = ({ until }: HeldEntry) => until + graceMs < wallMs;
  return [held.filter(isLost), held.filter(entry => !isLost(entry))];
};

const sum = (entries: readonly HeldEntry[], of: (entry: HeldEntry) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0);
