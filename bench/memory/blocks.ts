import { setImmediate as turn } from 'node:timers/promises';
import { spread, type Spread } from '../statistics.ts';

/**
 * How long the event loop stood still at most, ms, in each of so many runs of a work: the longest time between two turns of a
 * loop that does nothing but turn.
 */
export async function blocksOf(work: () => Promise<unknown>, runs: number): Promise<Spread> {
  const longest: number[] = [];
  for (let run = 0; run < runs; run += 1) longest.push(await longestBlock(work));
  return spread(longest);
}

/** The same loop without any work: what the machine itself adds. */
export const idleBlocks = (runs: number): Promise<Spread> =>
  blocksOf(async () => {
    for (let turns = 0; turns < 50; turns += 1) await turn();
  }, runs);

async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let [longest, done] = [0, false];
  const watched = (async () => {
    for (let last = performance.now(); !done;) {
      await turn();
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  })();
  await turn();
  await work();
  done = true;
  await watched;
  return longest;
}
