import type { StatusState } from '../../core/status/status.ts';
import type { StatusFeed } from './followStatus.ts';

/** Calls `look` with the state of the status now, after every change, and when time alone changes it. The returned function ends that. */
export function followState(
  { clock, status, onDidChange }: Pick<StatusFeed, 'clock' | 'status' | 'onDidChange'>,
  look: (state: StatusState) => void,
): () => void {
  let cancelTimer: (() => void) | undefined;
  const see = (): void => {
    const { state, changesInMs } = status();
    cancelTimer?.();
    cancelTimer = changesInMs === Infinity ? undefined : clock.after(changesInMs, see);
    look(state);
  };
  const stopListening = onDidChange(see);
  see();
  return () => {
    stopListening();
    cancelTimer?.();
  };
}
