import { failureRules, type FailureKind } from '../../../src/core/model/failure.ts';
import type { AttemptNote, Note } from '../../../src/core/model/note.ts';
import type { RetryOptions } from '../../../src/core/layers/retry.ts';
import type { DecisionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { RecordedQuestion } from '../record/recordedQuestion.ts';

/** How the retry layer makes a delay of chance, which is asked here for the chance that made a delay. */
const askedJitter = 0.2;
const leastAskedMs = 250;
const quickDelayMs = 100;
const patientDelayMs = 1_000;
const almostOne = 0.999_999;

/** The chance that made the delays before retries what they were, for one question. */
export class Delays {
  readonly #recorded: RecordedQuestion;
  readonly #options: RetryOptions;
  readonly #alternatives = new Map<string, number>();
  /** How often each target has failed in the replay, and was to be asked again. */
  readonly #failures = new Map<string, number>();
  readonly #retries = new Map<string, number>();
  #latest: (AttemptNote & { readonly outcome: FailureKind }) | undefined;

  constructor(recorded: RecordedQuestion, options: RetryOptions) {
    this.#recorded = recorded;
    this.#options = options;
  }

  /** An attempt begins, while so many other targets could take over. */
  asked(target: string, alternatives: number): void {
    this.#alternatives.set(target, alternatives);
  }

  heard(note: Note): void {
    if (note.kind === 'retry') add(this.#retries, note.target);
    if (note.kind !== 'attempt' || note.outcome === 'answered') return;
    this.#latest = { ...note, outcome: note.outcome };
    add(this.#failures, note.target);
  }

  /** A number in [0, 1) for the delay after the latest failure. */
  random(): number {
    const failed = this.#latest;
    if (!failed) return almostOne / 2;
    const delayMs = this.#decided('retry', failed.target)[this.#retries.get(failed.target) ?? 0]?.ms;
    // a longer delay is less often one that may be waited for, a shorter one more often
    if (delayMs === undefined) return this.#decided('no-retry', failed.target).length > 0 ? 0 : almostOne;
    return Math.min(almostOne, Math.max(0, this.#chanceOf(delayMs, failed)));
  }

  #decided(kind: DecisionEntry['kind'], target: string): readonly DecisionEntry[] {
    return this.#recorded.entry.decisions.filter(each => each.kind === kind && each.target === target);
  }

  #chanceOf(delayMs: number, { target, outcome, failure }: AttemptNote & { readonly outcome: FailureKind }): number {
    const askedMs = failure?.details.retryAfterMs;
    if (askedMs !== undefined) return (delayMs / Math.max(leastAskedMs, askedMs) - 1) / askedJitter;
    const { baseDelayMs, maxDelayMs } = this.#options;
    const growing = Math.min(maxDelayMs, baseDelayMs * 2 ** ((this.#failures.get(target) ?? 1) - 1));
    const capMs = (this.#alternatives.get(target) ?? 0) > 0 ? Math.min(growing, quickDelayMs) : growing;
    const jitterMs = failureRules[outcome].retry === 'patient' ? delayMs - patientDelayMs : delayMs;
    return capMs > 0 ? jitterMs / capMs : 0;
  }
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
