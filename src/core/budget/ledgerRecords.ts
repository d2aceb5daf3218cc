import type { LogRecord } from '../shared/sharedLog.ts';
import type { BudgetLimit } from '../model/note.ts';

/** Whose budget, of which day and month. */
export interface Where {
  /** The workspace, as an opaque string of at most 64 characters. */
  readonly ws: string;
  /** The local day when it was reserved: '2026-11-22'; its month is the first seven characters. */
  readonly day: string;
}

/** What an attempt takes; money in millionths of a US dollar. */
export interface Amount {
  readonly input: number;
  readonly output: number;
  readonly micros: number;
}

/** What may be spent, as it was when this was written; 0: no limit. */
export interface WrittenLimits {
  readonly dayTokens: number;
  readonly monthTokens: number;
  readonly monthMicros: number;
}

/** An attempt that holds its estimate until it is settled. `until`: wall-clock ms when it should have been. */
export type HeldEntry = Where &
  Amount & { readonly kind: 'reserve' | 'held'; readonly op: string; readonly until: number };

/** Asks for an amount; whether it is granted follows from what stands before it, alike for all windows. */
export type ReserveEntry = HeldEntry & WrittenLimits & { readonly kind: 'reserve'; readonly over?: boolean };

/** What an attempt took in the end. It says its own period, should the reservation be lost. */
export type SettleEntry = Where &
  Amount & {
    readonly kind: 'settle';
    readonly op: string;
    readonly cached: number;
    readonly exact: boolean;
    /** The model has no known price: `micros` says nothing of these tokens. */
    readonly unpriced?: boolean;
  };

/** Nothing was sent. */
export interface ReleaseEntry {
  readonly kind: 'release';
  readonly op: string;
}

/** What the user has set for one workspace; 0 tokens: nothing any more. The greatest `at` counts. */
export interface LimitEntry {
  readonly kind: 'limit';
  readonly ws: string;
  readonly which: 'day' | 'month';
  readonly tokens: number;
  readonly at: number;
}

/** Something was said to the user; whose id comes first said it. */
export interface WarnedEntry {
  readonly kind: 'warned';
  readonly key: string;
  readonly id: string;
}

/** Numbers by name, of a workspace and a day or month: none below zero. */
export type Tally<Field extends string = string> = Readonly<Record<Field, number>>;

/** What one question did not spend. */
export interface SavedEntry extends Where {
  readonly kind: 'saved';
  readonly tally: Tally;
}

/** What was spent or saved so far, at the head of a new file. */
export interface SumEntry {
  readonly kind: 'sum' | 'saved-sum';
  readonly ws: string;
  readonly period: string;
  readonly tally: Tally;
}

/** Of each limit, how much: tokens of the workspace's day and month, millionths of a dollar of the month everywhere. */
export type Measures = Readonly<Record<BudgetLimit, number>>;

export const limitsIn = ({ dayTokens, monthTokens, monthMicros }: WrittenLimits): Measures => ({
  day: dayTokens,
  month: monthTokens,
  money: monthMicros,
});

/** The ledger counts money in millionths of a US dollar, whole ones. */
export const microsPerUsd = 1e6;

export const monthOf = (day: string): string => day.slice(0, 7);

/** More than any attempt takes and any month holds: what is above it is no count. */
const maxCount = 1e13;
const maxTokens = 1e9;

/** A whole record of its kind, or undefined: it is damaged, absurd, or from a later version. */
export const readReserve = (record: LogRecord): ReserveEntry | undefined => (isReserve(record) ? record : undefined);
export const readHeld = (record: LogRecord): HeldEntry | undefined => (isHeld(record) ? record : undefined);
export const readSettle = (record: LogRecord): SettleEntry | undefined => (isSettle(record) ? record : undefined);
export const readRelease = (record: LogRecord): ReleaseEntry | undefined => (isRelease(record) ? record : undefined);
export const readLimit = (record: LogRecord): LimitEntry | undefined => (isLimit(record) ? record : undefined);
export const readWarned = (record: LogRecord): WarnedEntry | undefined => (isWarned(record) ? record : undefined);

export function readSaved(record: LogRecord): SavedEntry | undefined {
  const { ws, day } = record;
  return typeof ws === 'string' && isDay(day) ? { kind: 'saved', ws, day, tally: tallyIn(record) } : undefined;
}

export function readSum(record: LogRecord): SumEntry | undefined {
  const { ws, period, kind } = record;
  if (typeof ws !== 'string' || !(isDay(period) || isMonth(period))) return undefined;
  return { kind: kind === 'sum' ? 'sum' : 'saved-sum', ws, period, tally: tallyIn(record) };
}

type Of<Entry> = LogRecord & Entry;

const isReserve = (record: LogRecord): record is Of<ReserveEntry> =>
  isHeld(record) && ['dayTokens', 'monthTokens', 'monthMicros'].every(field => isCount(record[field]));

const isHeld = (record: LogRecord): record is Of<HeldEntry> =>
  isPlaced(record) && isAmount(record) && isCount(record['until']);

const isSettle = (record: LogRecord): record is Of<SettleEntry> =>
  isPlaced(record) && isAmount(record) && isCount(record['cached']) && typeof record['exact'] === 'boolean';

const isRelease = (record: LogRecord): record is Of<ReleaseEntry> => typeof record['op'] === 'string';

const isLimit = (record: LogRecord): record is Of<LimitEntry> => {
  const { ws, which, tokens, at } = record;
  return typeof ws === 'string' && (which === 'day' || which === 'month') && isCount(tokens) && isCount(at);
};

const isWarned = (record: LogRecord): record is Of<WarnedEntry> =>
  typeof record['key'] === 'string' && typeof record['id'] === 'string';

const isPlaced = ({ op, ws, day }: LogRecord): boolean =>
  typeof op === 'string' && typeof ws === 'string' && isDay(day);

const isAmount = ({ input, output, micros }: LogRecord): boolean =>
  isCount(input) && isCount(output) && isCount(micros) && input <= maxTokens && output <= maxTokens;

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= maxCount;

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isMonth = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value);

const tallyIn = (record: LogRecord): Tally =>
  Object.fromEntries(Object.entries(record).filter((field): field is [string, number] => isCount(field[1])));
