import type { Bundle } from './bundle/readBundle.ts';
import { recordedQuestion } from './record/recordedQuestion.ts';
import { siftQuestions, type Sifted } from './record/siftQuestions.ts';
import { Run, type Chance, type Difference, type Recorded, type ReplayOptions, type RunOptions } from './run.ts';

/** What came of a replay. */
export interface Replay {
  /** How many questions were asked again and compared, and how many were not, see `Sifted`. */
  readonly counts: Readonly<Record<keyof Sifted, number>>;
  /** By time. */
  readonly differences: readonly Difference[];
  /** How often a user must have put in a new key or bought credit, because a target was asked that was held back for that. */
  readonly assumedKeys: number;
}

/** Asks the questions of a bundle again, in virtual time, and compares what was decided. */
export async function replayBundle({ entries, settings }: Bundle, { changed }: ReplayOptions = {}): Promise<Replay> {
  const sifted = siftQuestions(
    entries,
    settings.targets.map(({ id }) => id),
  );
  const beganAt = entries[0]?.at ?? 0;
  const questions = sifted.replayed.map((entry, at) => recordedQuestion(entry, at, beganAt));
  let best: Outcome | undefined;
  for (const chance of chances) {
    const outcome = await played({ entries, settings, questions, sifted, beganAt }, { chance, changed });
    if (!best || outcome.differences.length < best.differences.length) best = outcome;
    if (best.differences.length === 0) break;
  }
  return { counts: countsOf(sifted), ...(best ?? { differences: [], assumedKeys: 0 }) };
}

const countsOf = ({ replayed, shared, joined, otherSettings, rehearsed }: Sifted): Replay['counts'] => ({
  ...{ replayed: replayed.length - shared.size, shared: shared.size, joined: joined.length },
  ...{ otherSettings: otherSettings.length, rehearsed },
});

type Outcome = Pick<Replay, 'differences' | 'assumedKeys'>;

async function played(recorded: Recorded, how: RunOptions): Promise<Outcome> {
  const run = new Run(recorded, how);
  await run.play();
  return { differences: run.differences.toSorted((one, other) => one.at - other.at), assumedKeys: run.assumedKeys };
}

/** As no journal tells it, some are tried, and the run counts that is most like the journal. */
const chances: readonly Chance[] = [0, 0.9].flatMap(aheadMs =>
  (['placed', 'ended'] as const).flatMap(first => [1, 0.1, 2, 3].map(lateMs => ({ lateMs, first, aheadMs }))),
);
