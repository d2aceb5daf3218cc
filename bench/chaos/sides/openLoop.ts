import { call, type Call } from './call.ts';
import type { Side } from './side.ts';

/** How many questions a side is asked, and how many a second. */
export interface Load {
  readonly side: Side;
  readonly calls: number;
  readonly perSecond: number;
}

const tickMs = 5;

/**
 * Asks every side at fixed moments, whatever became of the questions before: in a closed loop a side that fails fast would
 * be asked most. Resolves when the last question has ended.
 */
export async function openLoop(
  load: Load,
  ask: (side: Side, question: number) => Promise<Call> = call,
): Promise<readonly Call[]> {
  const { side, calls, perSecond } = load;
  const startedAt = performance.now();
  const under: Promise<Call>[] = [];
  await new Promise<void>(resolve => {
    const timer = setInterval(() => {
      const due = Math.min(calls, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
      while (under.length < due) under.push(ask(side, under.length + 1));
      if (under.length < calls) return;
      clearInterval(timer);
      resolve();
    }, tickMs);
  });
  return Promise.all(under);
}
