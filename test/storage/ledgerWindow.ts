import { randomUUID } from 'node:crypto';
import { Ledger } from '../../src/core/memory/ledger.ts';
import { systemClock } from '../../src/libraries/systemClock.ts';
import { FileLog } from '../../src/storage/fileLog.ts';

/** What a day lasts in these trials, ms: short, so that its budget is used up again and again. */
export const shortDayMs = 500;
/** The budget of such a day. */
export const dayTokens = 400;
export const workspace = 'here';

const dayMs = 24 * 60 * 60 * 1000;

/** A day that is over soon, under the name of a real one. */
export const shortDay = (wallMs: number): string =>
  new Date((Math.floor(wallMs / shortDayMs) % 1_000_000) * dayMs).toISOString().slice(0, 10);

export interface WindowOptions {
  readonly folder: string;
  /** How long one file is written to, ms. */
  readonly periodMs: number;
  readonly dayOf?: (wallMs: number) => string;
}

/** A window's ledger on the files of its machine, in real time. */
export function ledgerWindow({ folder, periodMs, dayOf = shortDay }: WindowOptions) {
  const log: FileLog = new FileLog({
    folder,
    name: 'ledger',
    period: wallMs => String(Math.floor(wallMs / periodMs)).padStart(16, '0'),
    keep: 100_000,
    clock: systemClock,
    carryOver: () => ledger.carryOver(),
    onTrouble: trouble => process.stderr.write(`ledger: ${trouble}\n`),
  });
  const ledger: Ledger = new Ledger({
    log,
    clock: systemClock,
    newId: randomUUID,
    dayOf,
    limits: () => ({ dayTokens, monthTokens: 0, monthUsd: 0 }),
  });
  return { log, ledger };
}
