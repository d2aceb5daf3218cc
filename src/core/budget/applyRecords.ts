import type { LedgerProjection, ReservationVerdict } from './ledgerProjection.ts';
import * as entries from './ledgerRecords.ts';
import type { LogRecord, SharedLog } from '../shared/sharedLog.ts';

export interface ApplyRecordsParts {
  readonly books: LedgerProjection;
  /** What became of a reservation of this window. */
  readonly onVerdict: (op: string, verdict: ReservationVerdict) => void;
  readonly onChange: () => void;
}

/** Enters every record of the log into the books, in their order. What is damaged or of a later version is passed over. */
export function applyRecords(log: SharedLog, { books, onVerdict, onChange }: ApplyRecordsParts): () => void {
  const hear = <T>(kind: string, read: (record: LogRecord) => T | undefined, enter: (entry: T, own: boolean) => void) =>
    log.hear(kind, (record, own) => {
      const entry = read(record);
      if (entry === undefined) return;
      enter(entry, own);
      onChange();
    });
  const ends = [
    hear('reserve', entries.readReserve, (entry, own) => {
      const verdict = books.reserve(entry);
      if (own) onVerdict(entry.op, verdict);
    }),
    hear('held', entries.readHeld, entry => books.hold(entry)),
    hear('settle', entries.readSettle, entry => books.settle(entry)),
    hear('release', entries.readRelease, entry => books.release(entry)),
    hear('sum', entries.readSum, entry => books.sum(entry)),
    hear('saved-sum', entries.readSum, entry => books.sum(entry)),
    hear('saved', entries.readSaved, entry => books.save(entry)),
    hear('limit', entries.readLimit, entry => books.limit(entry)),
    hear('warned', entries.readWarned, entry => books.warn(entry)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
