import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convergence, disagreements, violations } from './invariants.ts';
import { play } from './play.ts';
import type { Schedule } from './schedule.ts';

const { STEADFAST_SIMULATION_RUNS: runs, STEADFAST_SIMULATION_SEED: replayed } = process.env;
/** After a failure so long is spent on making its schedule smaller, ms. */
const shrinkingMs = 20_000;

/**
 * Plays its share of 10 000 schedules, or of as many as `STEADFAST_SIMULATION_RUNS` says. A schedule that breaks a rule is
 * made smaller, told in what is returned, and played again by the `STEADFAST_SIMULATION_SEED` that is told with it. '' is
 * well.
 */
export async function checkAll(schedules: fc.Arbitrary<Schedule>, share: number): Promise<string> {
  const [seed, path] = replayed?.split('@') ?? [];
  const result = await fc.check(fc.asyncProperty(schedules, check), {
    numRuns: Math.ceil(Number(runs ?? 10_000) * share),
    interruptAfterTimeLimit: Number(runs ?? 10_000) * 10 + shrinkingMs,
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(path !== undefined && { path }),
  });
  if (result.interrupted && !result.failed) return `only ${result.numRuns} schedules could be played in time`;
  if (!result.failed) return '';
  const broken = result.errorInstance instanceof assert.AssertionError ? result.errorInstance.message : '';
  const again = `STEADFAST_SIMULATION_SEED=${result.seed}@${result.counterexamplePath ?? ''}`;
  return `${broken}\n\nagain: ${again}\n\n${JSON.stringify(result.counterexample?.[0], undefined, 1)}`;
}

/** Plays one schedule and holds it to everything that must hold. */
async function check(schedule: Schedule): Promise<void> {
  await new Promise(resolve => setImmediate(resolve)); // the event loop gets its turn once a schedule
  const played = await play(schedule);
  const found = [...violations(played, schedule)];
  found.push(...(await disagreements(played)), ...(await convergence(played)));
  assert.equal([...new Set([...found, ...played.broken])].join('\n'), '');
}
