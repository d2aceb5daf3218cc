import { setImmediate as pause } from 'node:timers/promises';

/** Work of so long is done without a pause, ms. A frame of the window is 16. */
const longestMs = 4;

/** To be awaited between pieces of work: pauses when they have taken long since the last pause. */
export function paced(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestMs) return undefined;
    return pause().then(() => {
      since = performance.now();
    });
  };
}
