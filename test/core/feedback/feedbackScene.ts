import type { FeedbackEntry } from '../../../src/core/feedback/feedbackEntry.ts';
import { SharedFeedback } from '../../../src/core/feedback/sharedFeedback.ts';
import { systemClock } from '../../../src/libraries/systemClock.ts';
import type { FileLog } from '../../../src/storage/fileLog.ts';
import { periodLog } from '../../support/logs/periodLog.ts';

/** What is said of an answer. */
export const said = (more: Partial<FeedbackEntry> = {}): Omit<FeedbackEntry, 'at'> => ({
  ...{ isHelpful: true, task: 'explain', target: 'claude', score: 0.6, signs: ['much-shorter', 'parses'] },
  ...more,
});

/** Feedback on the files of its machine, in real time; `periodMs`: how long one file is written to. */
export function feedbackWindow(folder: string, periodMs: number) {
  const log: FileLog = periodLog(periodMs, {
    ...{ folder, name: 'feedback', keep: 2 },
    carryOver: () => feedback.carryOver(),
    onTrouble: trouble => trouble === 'damaged' || process.stderr.write(`feedback: ${trouble}\n`),
  });
  const feedback: SharedFeedback = new SharedFeedback({ log, clock: systemClock });
  return { log, feedback };
}

/** Ids of all that a window which opens now knows of. */
export async function idsKnown(folder: string, periodMs: number): Promise<readonly string[]> {
  const { log, feedback } = feedbackWindow(folder, periodMs);
  await feedback.refresh();
  const ids = feedback.all.map(({ id }) => id);
  log.close();
  return ids;
}
