import type { FailureKind } from '../../../../src/core/model/failure.ts';
import type { Row } from '../../stage/row.ts';

/** What must come of an answer that fails in this way before any of it was shown. */
export const early = (ends: FailureKind, requests: number, backup: number): Partial<Row> => ({
  alone: { requests, ends, trips: 1, spent: 'input' },
  backup: { requests: backup, trips: 1, spent: 'input' },
});

/**
 * What must come of an answer that fails in this way after its first words. Who does not watch has seen nothing, so it is
 * asked again; who watches keeps what there is, marked, and sees the next target begin anew.
 */
export const midway = (ends: FailureKind, requests: number, backup: number): Partial<Row> => ({
  alone: { requests, ends, trips: 1, spent: 'estimated', partial: 'It ' },
  backup: { requests: backup, trips: 1, spent: 'estimated' },
  watched: { requests: 1, ends, trips: 1, spent: 'estimated', partial: 'It ', shown: 'It ' },
  watchedBackup: { requests: 1, trips: 1, spent: 'estimated', shown: 'It |It adds.' },
});
