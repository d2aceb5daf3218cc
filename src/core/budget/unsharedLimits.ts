import { budgetLimits, reservationVerdict, type ReservationVerdict } from './ledgerProjection.ts';
import { limitsIn, monthOf, type Measures, type ReserveEntry } from './ledgerRecords.ts';

/**
 * While the log cannot be kept, what other windows spend is unknown: this window may take half of what was left when that
 * began.
 */
export class UnsharedLimits {
  /** What was taken of each limit when the trouble began, by limit, workspace and period. */
  readonly #takenBefore = new Map<string, number>();

  /** All is well again. */
  end(): void {
    this.#takenBefore.clear();
  }

  /** The entry with limits that leave half of what was left. */
  tightened(entry: ReserveEntry, taken: Measures): ReserveEntry {
    const limits = limitsIn(entry);
    const [dayTokens = 0, monthTokens = 0, monthMicros = 0] = budgetLimits.map(which =>
      this.#half(keyOf(entry, which), taken[which], limits[which]),
    );
    return { ...entry, dayTokens, monthTokens, monthMicros };
  }

  /** The verdict on an entry with whose record the trouble began. */
  verdictOn(entry: ReserveEntry, before: Measures): ReservationVerdict {
    return reservationVerdict(this.tightened(entry, before), before);
  }

  #half(key: string, taken: number, limit: number): number {
    if (limit === 0) return 0; // no limit
    const before = this.#takenBefore.get(key) ?? taken;
    this.#takenBefore.set(key, before);
    return Math.max(1, Math.floor(before + Math.max(0, limit - before) / 2));
  }
}

function keyOf({ ws, day }: ReserveEntry, which: keyof Measures): string {
  if (which === 'money') return `${which} ${monthOf(day)}`;
  return `${which} ${ws} ${which === 'day' ? day : monthOf(day)}`;
}
