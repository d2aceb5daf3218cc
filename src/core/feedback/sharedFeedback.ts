import type { Clock } from '../model/clock.ts';
import { Emitter } from '../shared/emitter.ts';
import type { LogRecord, SharedLog } from '../shared/sharedLog.ts';
import { feedbackRecord, readFeedback, type FeedbackEntry } from './feedbackEntry.ts';

export interface SharedFeedbackParts {
  readonly log: SharedLog;
  readonly clock: Pick<Clock, 'wall'>;
}

/** What the user said of an answer, with the id of its question. */
export interface GivenFeedback extends FeedbackEntry {
  readonly id: string;
}

/** So many words, and so many decisions, are remembered, some 200 KB each; the oldest go. */
const mostRemembered = 800;

/**
 * What the user said of answers, or decided about them, in all windows of this machine: each word is a record of the shared log, so it survives whatever
 * becomes of a window. Of one answer the last word counts, and the last decision. Read line by line: what is damaged is left out.
 */
export class SharedFeedback {
  readonly #parts: SharedFeedbackParts;
  readonly #said = new Map<string, FeedbackEntry>();
  readonly #decided = new Map<string, FeedbackEntry>();
  readonly #changed = new Emitter();
  readonly #ends: readonly (() => void)[];
  #forgottenUntil = -Infinity;

  constructor(parts: SharedFeedbackParts) {
    this.#parts = parts;
    this.#ends = [
      parts.log.subscribe('feedback', record => this.#apply(record)),
      parts.log.subscribe('forget', record => this.#forget(record)),
    ];
  }

  /** Takes in what the user says of the answer to a question, or decides about it. Never rejects. */
  give(id: string, said: Omit<FeedbackEntry, 'at'>): Promise<void> {
    return this.#parts.log.append(feedbackRecord(id, { ...said, at: this.#parts.clock.wall() }));
  }

  /** Forgets in all windows what was said until now. */
  forget(): Promise<void> {
    return this.#parts.log.append({ kind: 'forget', until: this.#parts.clock.wall() });
  }

  /** Reads what was said in other windows. Never rejects. */
  refresh(): Promise<void> {
    return this.#parts.log.refresh();
  }

  /** What was said of the answer to a question; undefined: nothing. */
  of(id: string): FeedbackEntry | undefined {
    return this.#said.get(id);
  }

  /** All of it, the oldest first. */
  get all(): readonly GivenFeedback[] {
    const all = [...this.#said, ...this.#decided].map(([id, entry]) => ({ id, ...entry }));
    return all.toSorted((one, other) => one.at - other.at);
  }

  /** One outcome for each answer: what was said of it, or else what was decided. */
  get outcomes(): readonly FeedbackEntry[] {
    return [...new Map([...this.#decided, ...this.#said]).values()];
  }

  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  /** All that still counts, for the head of a new file. */
  carryOver(): readonly LogRecord[] {
    const forgetting = { kind: 'forget', until: this.#forgottenUntil };
    return [
      ...(Number.isFinite(this.#forgottenUntil) ? [forgetting] : []),
      ...this.all.map(({ id, ...entry }) => feedbackRecord(id, entry)),
    ];
  }

  dispose(): void {
    for (const end of this.#ends) end();
  }

  #apply(record: LogRecord): void {
    const read = readFeedback(record);
    if (!read || read.entry.at <= this.#forgottenUntil) return;
    const entries = read.entry.by === 'decision' ? this.#decided : this.#said;
    const before = entries.get(read.id);
    if (before && before.at > read.entry.at) return; // carried over after a later word
    entries.delete(read.id);
    entries.set(read.id, read.entry);
    const [oldest] = entries.keys();
    if (entries.size > mostRemembered && oldest !== undefined) entries.delete(oldest);
    this.#changed.fire();
  }

  #forget({ until }: LogRecord): void {
    if (typeof until !== 'number') return;
    this.#forgottenUntil = Math.max(this.#forgottenUntil, until);
    for (const entries of [this.#said, this.#decided])
      for (const [id, { at }] of entries) if (at <= until) entries.delete(id);
    this.#changed.fire();
  }
}
