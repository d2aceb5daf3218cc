import type { Status } from '../../core/status/status.ts';
import type { StatusFeed } from './followStatus.ts';

/** Calls `look` with the status now, after every change, and when time alone changes it. The returned function ends that. */
export function followState(
  { clock, status, onDidChange }: Pick<StatusFeed, 'clock' | 'status' | 'onDidChange'>,
  look: (status: Status) => void,
): () => void {
  let cancelTimer: (() => void) | undefined;
  const see = (): void => {
    const now = status();
    cancelTimer?.();
    cancelTimer = now.changesInMs === Infinity ? undefined : clock.after(now.changesInMs, see);
    look(now);
  };
  const stopListening = onDidChange(see);
  see();
  return () => {
    stopListening();
    cancelTimer?.();
  };
}
