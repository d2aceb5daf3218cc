import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';

/** Worlds that are simulated, by whether a second server is asked beside a slow first one. */
export type WorldKind = 'unhedged' | 'hedged';

/**
 * Plays half of the schedules in a thread of its own: the test runner watches every promise of its own thread, which costs
 * as much again as playing, and a world that runs in circles would not let it hear of its time limit.
 */
export async function simulate(kind: WorldKind, context: TestContext): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: kind });
  context.signal.addEventListener('abort', () => void worker.terminate(), { once: true });
  const { signal } = context;
  const ended = once(worker, 'exit', { signal }).then(() => ['the simulation ended without a word']);
  const [broken] = (await Promise.race([once(worker, 'message', { signal }), ended])) as [string];
  assert.ok(broken === '', broken);
}
