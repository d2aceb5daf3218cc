import { setImmediate as turn } from 'node:timers/promises';
import { spread, type Spread } from '../harness/statistics.ts';

/**
 * How long the event loop stood still at most, ms, in each of so many runs of a work: the most CPU time that its thread used
 * between two turns of a loop that does nothing but turn. CPU time, so that a busy machine is not measured in its place.
 */
export async function blocksOf(work: () => Promise<unknown>, runs: number): Promise<Spread> {
  const longest: number[] = [];
  for (let run = 0; run < runs; run += 1) longest.push(await longestBlock(work));
  return spread(longest);
}

/** The same loop without any work: what measuring adds. */
export const idleBlocks = (runs: number): Promise<Spread> =>
  blocksOf(async () => {
    for (let turns = 0; turns < 50; turns += 1) await turn();
  }, runs);

/** How long the event loop stood still at most in one run of a work, ms; by CPU time unless another clock is given. */
export async function longestBlock(work: () => Promise<unknown>, clock: () => number = usedMs): Promise<number> {
  let [longest, done] = [0, false];
  const watched = (async () => {
    for (let last = clock(); !done;) {
      await turn();
      const now = clock();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  await turn();
  await work();
  done = true;
  await watched;
  return longest;
}

function usedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
