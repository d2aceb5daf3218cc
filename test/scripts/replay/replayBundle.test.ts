import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replayBundle } from '../../../scripts/replay/replayBundle.ts';
import { schedules, type Schedule } from '../../simulation/schedule.ts';
import { Server } from '../../simulation/server.ts';
import { targetOf } from '../../support/scripted.ts';
import { recordedWorld, type RecordedWorld } from './recordedWorld.ts';

/** A window whose servers do what the schedule says; each question is another one, and its user waits for it. */
function scheduled(schedule: Schedule): RecordedWorld {
  const ids = schedule.servers.map((_, at) => `server-${at}`);
  const world = recordedWorld({
    seed: schedule.chance,
    settings: {
      targets: ids.map(id => targetOf(id)),
      hedge: schedule.chance % 2 === 0,
      circuitBreaker: { failureThreshold: 3, windowMs: 60_000, recoveryMs: 10_000, maxRecoveryMs: 40_000 },
      // who of those that began within one millisecond got the last place is in no journal
      rateLimit: { requestsPerMinute: 1_000, tokensPerMinute: 1e9, concurrent: 5 },
    },
    servers: clock =>
      Object.fromEntries(
        schedule.servers.map((acts, at) => [
          `server-${at}`,
          new Server(`server-${at}`, clock, acts).askedBy(0, () => false),
        ]),
      ),
  });
  let at = 0;
  for (const [number, { afterMs, watched, fresh, cancelAfterMs }] of schedule.questions.entries()) {
    at += afterMs;
    world.askIn(at, { task: 'edit', words: `question ${number}`, watched, fresh, cancelAfterMs });
  }
  return world;
}

test('whatever servers did to a window, a replay of its bundle decides the same', async () => {
  const samples = fc.sample(schedules(fc.constant(undefined)), { numRuns: 300, seed: 1 });
  const different: string[] = [];
  let questions = 0;
  for (const [run, schedule] of samples.entries()) {
    const { counts, differences } = await replayBundle(await scheduled(schedule).bundle());
    questions += counts.replayed;
    different.push(...differences.map(each => `run ${run}: ${JSON.stringify(each)}`));
  }
  assert.deepEqual(different, []);
  assert.ok(questions > 1_000, `${questions} questions`);
});
