import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convergence, violations } from './invariants.ts';
import { play } from './play.ts';
import type { Schedule } from './schedule.ts';

const { STEADFAST_SIMULATION_RUNS: runs, STEADFAST_SIMULATION_SEED: seed } = process.env;

/** Plays one schedule and holds it to everything that must hold. */
async function check(schedule: Schedule): Promise<void> {
  const played = await play(schedule);
  const found = violations(played, schedule);
  assert.deepEqual(found, []);
  assert.deepEqual([...(await convergence(played)), ...played.broken], []);
}

/** Plays so many schedules of the 10 000 (or of `STEADFAST_SIMULATION_RUNS`). */
export async function simulate(schedules: fc.Arbitrary<Schedule>, share: number): Promise<void> {
  const [number, path] = seed?.split('@') ?? [];
  const numRuns = Math.ceil(Number(runs ?? 10_000) * share);
  const replay = number === undefined ? {} : { seed: Number(number), ...(path !== undefined && { path }) };
  const result = await fc.check(fc.asyncProperty(schedules, check), { numRuns, ...replay });
  if (!result.failed) return;
  const again = `STEADFAST_SIMULATION_SEED=${result.seed}@${result.counterexamplePath ?? ''}`;
  assert.fail(`replay with ${again}\n${fc.defaultReportMessage(result) ?? ''}`);
}
