import type { Clock } from '../../model/clock.ts';
import { tasks, type Task } from '../../model/purpose.ts';
import type { LogRecord, SharedLog } from '../../shared/sharedLog.ts';
import type { Share } from './shareSeen.ts';
import type { Learner } from './learner.ts';
import { isTargetId, readLearnedOutcome, type LearnedOutcome } from './learnedOutcome.ts';

/** What learning together needs of the world. */
export interface SharedLearningParts {
  readonly log: SharedLog;
  readonly learner: Learner;
  readonly clock: Pick<Clock, 'wall'>;
}

/** What is forgotten: a task, a target, or both together; nothing of it set: all. */
export interface Forgotten {
  readonly task?: Task | undefined;
  readonly target?: string | undefined;
}

/** What is forgotten, and until when: answers of later times count. */
interface Forgetting extends Forgotten {
  readonly until: number;
}

/** What was learnt of one target at one task. */
export interface LearnedShare extends Share {
  readonly task: Task | undefined;
  readonly target: string;
}

/** So many answers are remembered one by one, some 300 KB: what lies behind them counts for next to nothing. */
const mostRemembered = 1_500;
/** An answer that was forgotten may come once more, from a window whose disk failed for a while: so many wishes are remembered. */
const mostForgettings = 50;

/**
 * What all windows of this machine have seen of answers: each answer is a record of the shared log, so that it survives whatever
 * becomes of a window, and all windows learn the same. Read line by line: what is damaged is left out.
 */
export class SharedLearning {
  readonly #parts: SharedLearningParts;
  readonly #outcomes = new Map<string, LearnedOutcome>();
  #forgettings: readonly Forgetting[] = [];
  readonly #ends: readonly (() => void)[];

  constructor(parts: SharedLearningParts) {
    this.#parts = parts;
    this.#ends = [
      parts.log.subscribe('outcome', record => this.#apply(record)),
      parts.log.subscribe('forget', record => this.#forget(record)),
    ];
  }

  /** Takes in what became of an answer; `id` names the decision, and the same one told twice counts once. */
  learn(id: string, outcome: LearnedOutcome): Promise<void> {
    return this.#parts.log.append(outcomeRecord(id, outcome));
  }

  /** Forgets in all windows what was seen until now. */
  forget(which: Forgotten = {}): Promise<void> {
    return this.#parts.log.append(forgettingRecord({ ...which, until: this.#parts.clock.wall() }));
  }

  /** Reads what other windows have seen. Never rejects. */
  refresh(): Promise<void> {
    return this.#parts.log.refresh();
  }

  /** How many answers were kept of how many, for each target and task of which an answer was seen. */
  shares(): readonly LearnedShare[] {
    const targets = new Set([...this.#outcomes.values()].map(({ target }) => target));
    return [...targets].flatMap(target =>
      [...tasks, undefined]
        .map(task => ({ task, target, ...this.#parts.learner.explain(task, target) }))
        .filter(({ of }) => of > 0),
    );
  }

  /** All that still counts, for the head of a new file. */
  carryOver(): readonly LogRecord[] {
    return [
      ...this.#forgettings.map(forgettingRecord),
      ...[...this.#outcomes].map(([id, outcome]) => outcomeRecord(id, outcome)),
    ];
  }

  dispose(): void {
    for (const end of this.#ends) end();
  }

  #apply(record: LogRecord): void {
    const { id } = record;
    const outcome = readLearnedOutcome(record);
    if (typeof id !== 'string' || !outcome || this.#outcomes.has(id)) return;
    if (this.#forgettings.some(forgetting => isForgotten(outcome, forgetting))) return;
    this.#outcomes.set(id, outcome);
    const [oldest] = this.#outcomes.keys();
    if (this.#outcomes.size > mostRemembered && oldest !== undefined) this.#outcomes.delete(oldest);
    this.#parts.learner.learn(outcome);
  }

  /** Of a task that this version does not know nothing was learnt. */
  #forget(record: LogRecord): void {
    const forgetting = readForgetting(record);
    if (!forgetting) return;
    this.#forgettings = [...this.#forgettings, forgetting].slice(-mostForgettings);
    for (const [id, outcome] of this.#outcomes) if (isForgotten(outcome, forgetting)) this.#outcomes.delete(id);
    this.#parts.learner.relearn([...this.#outcomes.values()]);
  }
}

const isForgotten = (outcome: LearnedOutcome, { task, target, until }: Forgetting): boolean =>
  outcome.at <= until &&
  (task === undefined || outcome.task === task) &&
  (target === undefined || outcome.target === target);

/** As short as a line of the log has to be: the cost to a ten thousandth of a cent. */
const outcomeRecord = (id: string, { task, costUsd, tookMs, ...outcome }: LearnedOutcome): LogRecord => ({
  kind: 'outcome',
  id,
  ...outcome,
  tookMs: Math.round(tookMs),
  ...(task !== undefined && { task }),
  ...(costUsd !== undefined && { costUsd: Number(costUsd.toFixed(6)) }),
});

const forgettingRecord = ({ task, target, until }: Forgetting): LogRecord => ({
  kind: 'forget',
  until,
  ...(task !== undefined && { task }),
  ...(target !== undefined && { target }),
});

/** undefined: it is none that this version understands. */
function readForgetting({ task: name, target, until }: LogRecord): Forgetting | undefined {
  const task = tasks.find(each => each === name);
  if (typeof until !== 'number' || task !== name || !(target === undefined || isTargetId(target))) return undefined;
  return { task, target, until };
}
