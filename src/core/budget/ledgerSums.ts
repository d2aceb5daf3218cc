import type { Tally } from './ledgerRecords.ts';

/** Sums by workspace and by day or month. They only grow, so that of two versions the greater is the later. */
export class LedgerSums<Field extends string> {
  readonly #fields: readonly Field[];
  readonly #periods = new Map<string, Map<string, Tally<Field>>>();

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  /** Adds what is more; fields that are not named or not ours add nothing. */
  add(ws: string, period: string, more: Partial<Tally>): void {
    const before = this.of(ws, period);
    this.#sumsIn(period).set(
      ws,
      this.#tallyOf(field => before[field] + (more[field] ?? 0)),
    );
  }

  /** Takes over what another has summed up, where that is more. Twice is no more than once. */
  raise(ws: string, period: string, other: Partial<Tally>): void {
    const before = this.of(ws, period);
    this.#sumsIn(period).set(
      ws,
      this.#tallyOf(field => Math.max(before[field], other[field] ?? 0)),
    );
  }

  of(ws: string, period: string): Tally<Field> {
    return this.#periods.get(period)?.get(ws) ?? this.#tallyOf(() => 0);
  }

  /** The sums of all workspaces in a period. */
  in(period: string): ReadonlyMap<string, Tally<Field>> {
    return this.#periods.get(period) ?? new Map<string, Tally<Field>>();
  }

  get periods(): readonly string[] {
    return [...this.#periods.keys()];
  }

  #sumsIn(period: string): Map<string, Tally<Field>> {
    const sums = this.#periods.get(period) ?? new Map<string, Tally<Field>>();
    this.#periods.set(period, sums);
    return sums;
  }

  #tallyOf(value: (field: Field) => number): Tally<Field> {
    return Object.fromEntries(this.#fields.map(field => [field, value(field)])) as Tally<Field>;
  }
}
