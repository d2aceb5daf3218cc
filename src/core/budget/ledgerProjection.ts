import {
  limitsIn,
  monthOf,
  type Amount,
  type HeldEntry,
  type LimitEntry,
  type Measures,
  type ReleaseEntry,
  type ReserveEntry,
  type SavedEntry,
  type SettleEntry,
  type SumEntry,
  type WarnedEntry,
  type Where,
} from './ledgerRecords.ts';
import { LedgerSums } from './ledgerSums.ts';
import type { LogRecord } from '../shared/sharedLog.ts';
import type { BudgetLimit } from '../model/note.ts';

/** What is summed up of settled attempts. `estimated` and `unpriced` are the tokens that are so. */
const spentFields = ['input', 'output', 'cached', 'micros', 'estimated', 'unpriced', 'attempts'] as const;
export type SpentField = (typeof spentFields)[number];

/** What a question was spared, by cause. */
export const savingCauses = ['cache', 'joined', 'trimmed', 'tier'] as const;
export type SavingCause = (typeof savingCauses)[number];
export type SavedField = `${SavingCause}${'Tokens' | 'Micros'}`;

/** A reservation is granted, or a limit stands against it. */
export type ReservationVerdict =
  'granted' | { readonly because: BudgetLimit; readonly used: number; readonly limit: number };

export const budgetLimits = ['day', 'month', 'money'] as const satisfies readonly BudgetLimit[];

const savedFields = savingCauses.flatMap(cause => [`${cause}Tokens`, `${cause}Micros`] as const);
/** How many days and months stay known when a new file begins: each jump of a clock into the future (F171) takes one of them. */
const keptPeriods = 12;
/** Ends of so many attempts are remembered, so that a second one is known as such. */
const maxEnded = 20_000;

/**
 * What the ledger's records amount to, applied one after another: a pure function of them and their order, so all windows that
 * have read the same agree.
 */
export class LedgerProjection {
  readonly spent = new LedgerSums<SpentField>(spentFields);
  readonly saved = new LedgerSums<SavedField>(savedFields);
  readonly #held = new Map<string, HeldEntry>();
  readonly #ended = new Map<string, 'refused' | 'over'>();
  readonly #limits = new Map<string, LimitEntry>();
  readonly #warned = new Map<string, WarnedEntry>();

  /** Attempts that were granted and have not been settled. */
  get held(): Iterable<HeldEntry> {
    return this.#held.values();
  }

  /** What is settled and what is held, together. */
  taken({ ws, day }: Where): Measures {
    const month = monthOf(day);
    const taken = {
      day: entryTokens(this.spent.of(ws, day)),
      month: entryTokens(this.spent.of(ws, month)),
      money: this.spent
        .in(month)
        .values()
        .reduce((sum, { micros }) => sum + micros, 0),
    };
    for (const held of this.#held.values()) {
      if (monthOf(held.day) !== month) continue;
      taken.money += held.micros;
      if (held.ws !== ws) continue;
      taken.month += entryTokens(held);
      if (held.day === day) taken.day += entryTokens(held);
    }
    return taken;
  }

  reserve(entry: ReserveEntry): ReservationVerdict {
    if (this.#held.has(entry.op) || this.#ended.get(entry.op) === 'over') return 'granted'; // applied before
    const verdict = entry.over === true ? 'granted' : reservationVerdict(entry, this.taken(entry));
    if (verdict === 'granted') this.#held.set(entry.op, entry);
    else this.#end(entry.op, 'refused');
    return verdict;
  }

  /** Takes over a reservation that was granted in the file before. */
  hold(entry: HeldEntry): void {
    if (!this.#ended.has(entry.op) && !this.#held.has(entry.op)) this.#held.set(entry.op, entry);
  }

  /** The first end of an attempt counts; also of one that is unknown or was refused here: the money is spent. */
  settle(entry: SettleEntry): void {
    const { op, input, output, cached, micros, exact, unpriced } = entry;
    if (this.#ended.get(op) === 'over') return;
    const { ws, day } = this.#held.get(op) ?? entry;
    this.#end(op, 'over');
    const tokens = input + output;
    const amount = { input, output, cached, micros, attempts: 1 };
    const doubts = { estimated: exact ? 0 : tokens, unpriced: unpriced === true ? tokens : 0 };
    for (const period of [day, monthOf(day)]) this.spent.add(ws, period, { ...amount, ...doubts });
  }

  release({ op }: ReleaseEntry): void {
    this.#end(op, 'over');
  }

  sum({ kind, ws, period, tally }: SumEntry): void {
    if (kind === 'sum') this.spent.raise(ws, period, tally);
    else this.saved.raise(ws, period, tally);
  }

  save({ ws, day, tally }: SavedEntry): void {
    for (const period of [day, monthOf(day)]) this.saved.add(ws, period, tally);
  }

  limit(entry: LimitEntry): void {
    const key = `${entry.which} ${entry.ws}`;
    if (entry.at >= (this.#limits.get(key)?.at ?? 0)) this.#limits.set(key, entry);
  }

  /** The latest record on a limit of a workspace; undefined: none was set. */
  limitOf(ws: string, which: LimitEntry['which']): LimitEntry | undefined {
    return this.#limits.get(`${which} ${ws}`);
  }

  warn(entry: WarnedEntry): void {
    if (!this.#warned.has(entry.key)) this.#warned.set(entry.key, entry);
  }

  /** The id of the first record with this key; undefined: none. */
  warnedBy(key: string): string | undefined {
    return this.#warned.get(key)?.id;
  }

  /** All that still counts, for the head of a new file; applying it again changes nothing. */
  carryOver(): readonly LogRecord[] {
    const kept = this.#keptPeriods();
    return [
      ...kept.flatMap(period => sumsOf('sum', this.spent, period)),
      ...kept.flatMap(period => sumsOf('saved-sum', this.saved, period)),
      ...[...this.#held.values()].filter(({ day }) => kept.includes(monthOf(day))).map(carried),
      ...[...this.#limits.values()].map(entry => ({ ...entry })),
      ...[...this.#warned.values()]
        .filter(({ key }) => kept.some(period => key.includes(period)))
        .map(entry => ({ ...entry })),
    ];
  }

  #keptPeriods(): readonly string[] {
    const held = [...this.#held.values()].flatMap(({ day }) => [day, monthOf(day)]);
    const known = [...new Set([...this.spent.periods, ...this.saved.periods, ...held])].toSorted();
    const days = known.filter(period => period.length > 7);
    const months = known.filter(period => period.length === 7);
    return [...months.slice(-keptPeriods), ...days.slice(-keptPeriods)];
  }

  #end(op: string, how: 'refused' | 'over'): void {
    this.#held.delete(op);
    this.#ended.set(op, how);
    const [oldest] = this.#ended.keys();
    if (this.#ended.size > maxEnded && oldest !== undefined) this.#ended.delete(oldest);
  }
}

export const entryTokens = ({ input, output }: Pick<Amount, 'input' | 'output'>): number => input + output;

/** What stands against an entry, where so much is taken already. */
export function reservationVerdict(entry: ReserveEntry, taken: Measures): ReservationVerdict {
  const tokens = entryTokens(entry);
  const amounts: Measures = { day: tokens, month: tokens, money: entry.micros };
  const limits = limitsIn(entry);
  const because = budgetLimits.find(which => limits[which] > 0 && taken[which] + amounts[which] > limits[which]);
  return because === undefined ? 'granted' : { because, used: taken[because], limit: limits[because] };
}

const sumsOf = (kind: SumEntry['kind'], sums: LedgerSums<string>, period: string): readonly LogRecord[] =>
  [...sums.in(period)].map(([ws, tally]) => ({ ...tally, kind, ws, period }));

const carried = ({ op, ws, day, input, output, micros, until }: HeldEntry): LogRecord => ({
  kind: 'held',
  op,
  ws,
  day,
  input,
  output,
  micros,
  until,
});
