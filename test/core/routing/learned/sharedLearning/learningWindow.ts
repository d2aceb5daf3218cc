import { systemClock } from '../../../../../src/libraries/systemClock.ts';
import { Learner } from '../../../../../src/core/routing/learned/learner.ts';
import type { LearnedOutcome } from '../../../../../src/core/routing/learned/learnedOutcome.ts';
import { SharedLearning } from '../../../../../src/core/routing/learned/sharedLearning.ts';
import type { FileLog } from '../../../../../src/storage/fileLog.ts';
import { periodLog } from '../../../../support/logs/periodLog.ts';
import { asGiven } from '../learnedWorld.ts';

/** What a window has learnt, on the files of its machine, in real time; `periodMs`: how long one file is written to. */
export function learningWindow(folder: string, periodMs: number) {
  const log: FileLog = periodLog(periodMs, {
    folder,
    name: 'learned',
    keep: 2,
    carryOver: () => learning.carryOver(),
    onTrouble: trouble => trouble === 'damaged' || process.stderr.write(`learned: ${trouble}\n`),
  });
  const learner = new Learner({ tiered: asGiven, wall: () => systemClock.wall() });
  const learning: SharedLearning = new SharedLearning({ log, learner, clock: systemClock });
  return { log, learning };
}

/** An edit of one model that was kept. */
export const keptNow = (): LearnedOutcome => ({
  ...{ task: 'edit', score: 0.5, target: 'claude', kept: true, costUsd: 0.01, tookMs: 900 },
  at: systemClock.wall(),
});

/** How many answers a window that opens now knows of. */
export async function answersKnown(folder: string, periodMs: number): Promise<number> {
  const { log, learning } = learningWindow(folder, periodMs);
  await learning.refresh();
  const [share] = learning.shares();
  log.close();
  return share?.of ?? 0;
}
