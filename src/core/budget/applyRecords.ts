import type { LedgerProjection, ReservationVerdict } from './ledgerProjection.ts';
import * as entries from './ledgerRecords.ts';
import type { LogRecord, SharedLog } from '../shared/sharedLog.ts';

export interface ApplyRecordsParts {
  readonly projection: LedgerProjection;
  /** What became of a reservation of this window. */
  readonly onVerdict: (op: string, verdict: ReservationVerdict) => void;
  readonly onChange: () => void;
}

/** Applies every record of the log to the projection, in order. What is damaged or of a later version is passed over. */
export function applyRecords(log: SharedLog, { projection, onVerdict, onChange }: ApplyRecordsParts): () => void {
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
      const verdict = projection.reserve(entry);
      if (own) onVerdict(entry.op, verdict);
    }),
    apply('held', entries.readHeld, entry => projection.hold(entry)),
    apply('settle', entries.readSettle, entry => projection.settle(entry)),
    apply('release', entries.readRelease, entry => projection.release(entry)),
    apply('sum', entries.readSum, entry => projection.sum(entry)),
    apply('saved-sum', entries.readSum, entry => projection.sum(entry)),
    apply('saved', entries.readSaved, entry => projection.save(entry)),
    apply('limit', entries.readLimit, entry => projection.limit(entry)),
    apply('warned', entries.readWarned, entry => projection.warn(entry)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
