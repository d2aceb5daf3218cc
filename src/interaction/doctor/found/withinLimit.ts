import { unlessAborted, type Clock } from '../../../core/model/clock.ts';
import { Failure } from '../../../core/model/failure.ts';

/** How long something may take, and who may end it sooner. */
export interface Limit {
  readonly clock: Clock;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * What the work gives, or 'late' when it takes longer than it may; its signal is then aborted, and what becomes of it no longer
 * matters. Rejects as the work does, and with the reason of `signal` when that aborts.
 */
export async function withinLimit<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { clock, limitMs, signal }: Limit,
): Promise<T | 'late'> {
  const stop = new AbortController();
  const late = new Failure('out-of-time');
  const leave = (): void => stop.abort(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  const cancel = clock.after(limitMs, () => stop.abort(late));
  try {
    return await unlessAborted(work(stop.signal), stop.signal);
  } catch (error) {
    if (stop.signal.reason === late) return 'late';
    throw error;
  } finally {
    cancel();
    signal.removeEventListener('abort', leave);
  }
}
