import { systemClock } from '../../../src/libraries/systemClock.ts';
import { FileLog, type FileLogOptions } from '../../../src/storage/fileLog.ts';

/** A log in real time whose files are written to for so long, ms, and not for a day. */
export const periodLog = (periodMs: number, options: Omit<FileLogOptions, 'clock' | 'period'>): FileLog =>
  new FileLog({
    clock: systemClock,
    period: wallMs => String(Math.floor(wallMs / periodMs)).padStart(16, '0'),
    ...options,
  });
