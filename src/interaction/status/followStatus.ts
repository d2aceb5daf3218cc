import type { Clock } from '../../core/model/clock.ts';
import type { Status } from '../../core/status/status.ts';
import { Debounced } from './debounced.ts';
import { isSamePicture, pictureHoldsMs, pictureOf, type StatusPicture } from './statusPicture.ts';

/** The status, and when to look at it again. */
export interface StatusFeed {
  readonly clock: Clock;
  readonly status: () => Status;
  /** What is being rehearsed, where and until when; undefined: nothing. */
  readonly rehearsed: () => string | undefined;
  /** How many questions are kept for later. */
  readonly waiting: () => number;
  /** Calls back after every change that the status may depend on. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Calls `show` with each picture that lasts long enough to be seen. The returned function ends that. */
export function followStatus(
  { clock, status, rehearsed, waiting, onDidChange }: StatusFeed,
  show: (picture: StatusPicture) => void,
): () => void {
  const settled = new Debounced(clock, isSamePicture, show);
  let cancelTimer: (() => void) | undefined;
  const look = (): void => {
    const now = status();
    settled.propose(pictureOf(now, rehearsed(), waiting()));
    cancelTimer?.();
    const holdsMs = pictureHoldsMs(now);
    cancelTimer = holdsMs === Infinity ? undefined : clock.after(holdsMs, look);
  };
  const stopListening = onDidChange(look);
  look();
  return () => {
    stopListening();
    cancelTimer?.();
    settled.dispose();
  };
}
