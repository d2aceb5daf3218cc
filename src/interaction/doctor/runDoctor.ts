import type { Clock } from '../../core/model/clock.ts';
import { doctorAreas, type DoctorArea } from './found/doctorFinding.ts';
import { withinLimit } from './found/withinLimit.ts';
import { reportFormat, type DoctorFinding, type DoctorReport } from './report.ts';

/** One thing to look at. */
export interface DoctorCheck {
  readonly area: DoctorArea;
  readonly look: (signal: AbortSignal) => Promise<readonly DoctorFinding[]> | readonly DoctorFinding[];
}

/** What running the checks needs of the world. */
export interface DoctorRun {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Hears why a check could not be made; for the log. */
  readonly onError: (area: DoctorArea, error: unknown) => void;
}

/** The whole takes no longer, ms: each check ends on its own, and what hangs is said not to be known. */
export const doctorLimitMs = 4_800;

/**
 * Looks at everything at once. A check that hangs, throws or is stopped costs its own lines only, and is never taken for fine.
 * Never rejects.
 */
export async function runDoctor(checks: readonly DoctorCheck[], run: DoctorRun): Promise<DoctorReport> {
  const { clock, signal } = run;
  const startedAt = clock.now();
  const found = await Promise.all(checks.map(check => findingsOf(check, run)));
  const findings = found.flat().toSorted((one, other) => orderOf(one) - orderOf(other)); // stable
  return {
    format: reportFormat,
    madeAt: new Date(clock.wall()).toISOString(),
    tookMs: Math.round(clock.now() - startedAt),
    isCancelled: signal.aborted,
    findings,
  };
}

const orderOf = ({ area }: DoctorFinding): number => doctorAreas.indexOf(area);

async function findingsOf({ area, look }: DoctorCheck, run: DoctorRun): Promise<readonly DoctorFinding[]> {
  const { clock, signal, onError } = run;
  const limitMs = doctorLimitMs;
  try {
    const found = await withinLimit(async stop => look(stop), { clock, limitMs, signal });
    return found === 'late' ? [{ area, code: 'check-late', level: 'unchecked', limitMs }] : found;
  } catch (error) {
    if (!signal.aborted) onError(area, error);
    return [{ area, code: signal.aborted ? 'check-cancelled' : 'check-failed', level: 'unchecked' }];
  }
}
