import type { Work } from './peers.ts';

/**
 * What one writes by hand when nothing is asked for but that it works: tries again, counts failures in a row, keeps a
 * deadline by looking at the clock, and how many are under way. No timer, no signal, no note.
 */
export function handWritten(work: Work): () => Promise<string> {
  let failures = 0;
  let restsUntil = 0;
  let underWay = 0;
  return async () => {
    const until = performance.now() + 35_000;
    for (let tries = 1; ; tries += 1) {
      if (performance.now() < restsUntil || underWay >= 100) return 'nobody';
      underWay += 1;
      try {
        const text = await work();
        failures = 0;
        return text;
      } catch (error) {
        failures += 1;
        if (failures >= 5) restsUntil = performance.now() + 60_000;
        const delayMs = Math.random() * 500 * 2 ** tries;
        if (tries > 3 || performance.now() + delayMs > until) throw error;
        await new Promise(resolve => setTimeout(resolve, delayMs));
      } finally {
        underWay -= 1;
      }
    }
  };
}
