import { setImmediate as turn } from 'node:timers/promises';
import { AnswerCache } from '../../src/core/cache/answerCache.ts';
import type { Answer } from '../../src/core/model/answer.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { AnswerSegments } from '../../src/storage/answerSegments.ts';
import { p999 } from '../harness/statistics.ts';
import { answer } from '../support/stackedLayers.ts';

const appended = 200;

/** How long the loop was held between two turns: by the clock, and by this thread's own work. ms. */
interface Gaps {
  readonly wall: number[];
  readonly cpu: number[];
}

/**
 * P13: how long loading a full cache, and adding to it, keeps the loop from its next turn. By the wall clock, which other
 * processes lengthen too, beside an idle control of the same length; and by the time of this thread alone.
 */
export async function loadBlocks(folder: string): Promise<Readonly<Record<string, readonly number[]>>> {
  const store = new AnswerSegments({ folder, clock, maxBytes: () => 64 * 1024 * 1024, onTrouble: () => undefined });
  const options = { maxEntries: 100_000, maxBytes: 128 * 1024 * 1024, ttlMs: 3_600_000 };
  const answers = new AnswerCache(clock, () => options, { store });
  const startedAt = performance.now();
  const loading = await gapsDuring(async () => {
    await answers.refresh(); // no longer than 50 ms
    await store.read({ kept: () => undefined, cleared: () => undefined }); // until that has read all
  });
  const loadedMs = performance.now() - startedAt;
  const idle = await gapsDuring(() => new Promise(resolve => setTimeout(resolve, loadedMs)));
  const appending = await gapsDuring(() => keep(answers));
  return {
    'loading, thread': [p999(loading.cpu)],
    'loading, longest': [most(loading.cpu)],
    'appending, thread': [p999(appending.cpu)],
    'appending, longest': [most(appending.cpu)],
    'idle, thread': [p999(idle.cpu)],
    'idle, longest': [most(idle.cpu)],
    'loading, clock': [p999(loading.wall)],
    'appending, clock': [p999(appending.wall)],
    'idle, clock': [p999(idle.wall)],
    'loading took': [loadedMs],
    'answers loaded': [answers.size],
  };
}

async function keep(answers: AnswerCache): Promise<void> {
  for (let index = 0; index < appended; index += 1) {
    const given: Answer = { ...answer, text: `${index} `.repeat(1_000) };
    answers.remember(`bench-${index}`, given);
    if (index % 10 === 0) await turn();
  }
  await answers.flush();
}

async function gapsDuring(work: () => Promise<void>): Promise<Gaps> {
  const gaps: Gaps = { wall: [], cpu: [] };
  let isDone = false;
  const done = work().then(() => (isDone = true));
  let [wall, cpu] = [performance.now(), threadMs()];
  while (!isDone) {
    await turn();
    const [nextWall, nextCpu] = [performance.now(), threadMs()];
    gaps.wall.push(nextWall - wall);
    gaps.cpu.push(nextCpu - cpu);
    [wall, cpu] = [nextWall, nextCpu];
  }
  await done;
  return gaps;
}

const most = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other), 0);

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
