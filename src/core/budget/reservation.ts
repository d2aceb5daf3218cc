import { costOf } from './modelTable.ts';
import type { Price } from '../model/target.ts';
import type { ReservationVerdict } from './ledgerProjection.ts';
import { microsPerUsd, type ReserveEntry, type SettleEntry, type Where } from './ledgerRecords.ts';
import type { Limits } from './budgetStanding.ts';
import type { BudgetLimit } from '../model/note.ts';
import type { Usage } from '../model/answer.ts';

/** One attempt, before it is sent. */
export interface ReserveRequest {
  /** An opaque string of at most 64 characters. */
  readonly workspace: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** undefined: unknown; its tokens count, its money does not. */
  readonly price: Price | undefined;
  /** The provider may remember the input, for which it takes more. */
  readonly mayBeWritten?: boolean;
  /** How long it may take, ms. */
  readonly forMs: number;
  /** Go over the budget this once. */
  readonly over?: boolean;
}

/** The right to send one attempt. One of the two ends it; whatever is called afterwards does nothing (F151). */
export interface Reservation {
  /** What it took; a usage that cannot be true is replaced by the estimate (F137). Settles when it is kept. */
  readonly settle: (usage: Usage) => Promise<void>;
  /** Nothing was sent. */
  readonly release: () => Promise<void>;
}

/** Which limit does not let it through; tokens, or US dollars. */
export interface BudgetRefusal {
  readonly because: BudgetLimit;
  readonly used: number;
  readonly limit: number;
}

/** No model reads or writes more in one answer. */
const maxTokens = 10_000_000;

/** The record that asks for an amount against the limits of now. */
export function reserveEntry(
  { inputTokens, outputTokens, price, mayBeWritten = false, over }: ReserveRequest,
  place: Where & Pick<ReserveEntry, 'op' | 'until'>,
  { dayTokens, monthTokens, monthUsd }: Limits,
): ReserveEntry {
  const [input, output] = [Math.ceil(inputTokens), Math.ceil(outputTokens)];
  return {
    kind: 'reserve',
    ...place,
    input,
    output,
    micros: microsOf(
      { inputTokens: input, outputTokens: output, cachedInputTokens: 0, cacheWriteTokens: mayBeWritten ? input : 0 },
      price,
    ),
    dayTokens: Math.ceil(dayTokens),
    monthTokens: Math.ceil(monthTokens),
    monthMicros: Math.ceil(monthUsd * microsPerUsd),
    ...(over === true && { over }),
  };
}

/** The record of what an attempt took, in the period of its reservation. */
export function settleEntry(entry: ReserveEntry, usage: Usage, price: Price | undefined): SettleEntry {
  const { op, ws, day, input, output, micros } = entry;
  const place = { kind: 'settle', op, ws, day, ...(price === undefined && { unpriced: true }) } as const;
  if (!isPossible(usage)) return { ...place, input, output, micros, cached: 0, exact: false };
  const { inputTokens, outputTokens, cachedInputTokens, exact } = usage;
  return {
    ...place,
    input: Math.ceil(inputTokens),
    output: Math.ceil(outputTokens),
    cached: Math.min(Math.ceil(cachedInputTokens), Math.ceil(inputTokens)),
    micros: microsOf(usage, price),
    exact,
  };
}

export const refusalOf = ({ because, used, limit }: Exclude<ReservationVerdict, 'granted'>): BudgetRefusal => {
  const unit = because === 'money' ? microsPerUsd : 1;
  return { because, used: used / unit, limit: limit / unit };
};

/** A server may say what it likes: negative, NaN, 1e12, text. */
const isPossible = ({ inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens = 0 }: Usage): boolean =>
  [inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens].every(
    tokens => typeof tokens === 'number' && tokens >= 0 && tokens <= maxTokens,
  );

/** Rounded up: the sum is never less than what is paid. */
const microsOf = (usage: Omit<Usage, 'exact'>, price: Price | undefined): number =>
  price ? Math.ceil(costOf(usage, price) * microsPerUsd) : 0;
