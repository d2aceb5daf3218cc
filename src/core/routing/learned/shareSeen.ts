import { learnedTasks, levels } from './learnedOutcome.ts';
import { cellAt, type Fading, type LearnedTally } from './learnedTally.ts';

/** How many answers were kept, of how many; both count what is older less, so neither is whole. */
export interface Share {
  readonly kept: number;
  readonly of: number;
}

/** What was seen of long of a task, at a level; undefined: of all of them. */
export function shareSeen(tally: LearnedTally, task: number | undefined, level?: number): Share {
  let [kept, of] = [0, 0];
  for (let each = task ?? 0; each < (task === undefined ? learnedTasks.length : task + 1); each += 1)
    for (let at = level ?? 0; at < (level === undefined ? levels : level + 1); at += 1) {
      kept += tally.kept[cellAt(each, at)] ?? 0;
      of += tally.of[cellAt(each, at)] ?? 0;
    }
  return { kept, of };
}

/** As people read it, by now: whole answers, and never more kept than there were. */
export function wholeShare({ kept, of }: Share, { long }: Fading): Share {
  const all = Math.round(of * long);
  return { kept: Math.min(all, Math.round(kept * long)), of: all };
}
