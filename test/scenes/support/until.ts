import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 45_000; // a machine may be slow; below mocha's limit, so that it is said what was waited for

/** Looks again and again until there is something to see. Rejects with what was waited for after 45 s. */
export async function until<T>(
  what: string,
  look: () => T | PromiseLike<T>,
): Promise<Exclude<T, undefined | null | false>> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen as Exclude<T, undefined | null | false>;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await wait(50);
  }
}
