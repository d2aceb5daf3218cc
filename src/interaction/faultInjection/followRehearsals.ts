import type { FaultInjection } from '../../core/faultInjection.ts';
import type { Rehearsals } from './rehearsals.ts';

/** Something that is there only while a failure is rehearsed. */
export interface Followed<T> {
  /** What was made for the rehearsal of now; undefined: nothing is rehearsed. */
  readonly now: T | undefined;
  dispose(): void;
}

/** Keeps something made for the rehearsal of now: made when one begins and when the settings change, gone with it. */
export function followRehearsals<T>(
  rehearsals: Pick<Rehearsals, 'current' | 'onDidChange'>,
  onDidChangeSettings: (listener: () => void) => () => void,
  make: (rehearsal: FaultInjection) => T,
): Followed<T> {
  let followed: FaultInjection | undefined;
  let now: T | undefined;
  const follow = (): void => {
    followed = rehearsals.current;
    now = followed && make(followed);
  };
  const ends = [onDidChangeSettings(follow), rehearsals.onDidChange(() => rehearsals.current !== followed && follow())];
  return {
    get now() {
      return now;
    },
    dispose: () => ends.forEach(end => end()),
  };
}
