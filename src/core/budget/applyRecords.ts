import type { LedgerProjection, ReservationVerdict } from './ledgerProjection.ts';
import * as entries from './ledgerRecords.ts';
import type { LogRecord, SharedLog } from '../shared/sharedLog.ts';

export interface ApplyRecordsParts {
  readonly projection: LedgerProjection;
  /** What became of a reservation of this window. */
  readonly onVerdict: (op: string, verdict: ReservationVerdict) => void;
  readonly onChange: () => void;
}

/** Enters every record of the log into the books, in their order. What is damaged or of a later version is passed over. */
export function applyRecords(
  log: SharedLog,
  { projection: books, onVerdict, onChange }: ApplyRecordsParts,
): () => void {
  const apply = <T>(
    kind: string,
    read: (record: LogRecord) => T | undefined,
    enter: (entry: T, own: boolean) => void,
  ) =>
    log.subscribe(kind, (record, own) => {
      const entry = read(record);
      if (entry === undefined) return;
      enter(entry, own);
      onChange();
    });
  const ends = [
    apply('reserve', entries.readReserve, (entry, own) => {
      const verdict = books.reserve(entry);
      if (own) onVerdict(entry.op, verdict);
    }),
    apply('held', entries.readHeld, entry => books.hold(entry)),
    apply('settle', entries.readSettle, entry => books.settle(entry)),
    apply('release', entries.readRelease, entry => books.release(entry)),
    apply('sum', entries.readSum, entry => books.sum(entry)),
    apply('saved-sum', entries.readSum, entry => books.sum(entry)),
    apply('saved', entries.readSaved, entry => books.save(entry)),
    apply('limit', entries.readLimit, entry => books.limit(entry)),
    apply('warned', entries.readWarned, entry => books.warn(entry)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
