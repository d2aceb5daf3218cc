import { systemClock } from '../../../src/libraries/systemClock.ts';

/** For threads that begin slowly because others are at work on the machine: no limit passes before a test would. */
export const patientClock = { after: (delayMs: number, due: () => void) => systemClock.after(60 * delayMs, due) };
