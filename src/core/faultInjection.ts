// Over 200 lines with its comments: what is played and how it is marked wherever it is told belong together.

import type { Layer } from './model/layer.ts';
import type { Circuits } from './resilience/circuits.ts';
import type { Clock } from './model/clock.ts';
import { Failure, isInjected } from './model/failure.ts';
import type { Target } from './model/target.ts';
import type { QuestionObserver, QuestionRecord } from './model/questionRecord.ts';
import type { Note } from './model/note.ts';
import type { Answer } from './model/answer.ts';
import type { AnswerEvent } from './model/answerEvent.ts';

/** Every fault that can be injected. */
export const injectableFaults = [
  'silent',
  'stall',
  'cut',
  'invalid-json',
  'rate-limit',
  'no-credit',
  'outage',
  'refused',
  'offline',
  'wrong-key',
  'empty',
] as const;

export type InjectableFault = (typeof injectableFaults)[number];

/** Which fault is injected, where, and how long. */
export interface Script {
  readonly fault: InjectableFault;
  /** 'elsewhere': at every target but those on this machine. */
  readonly at: 'all' | 'elsewhere' | { readonly target: string };
  /** It ends with this many questions; undefined: by time alone. */
  readonly questions?: number;
  /** It ends after this long in any case, ms; more than `longestInjectionMs` counts as that. */
  readonly forMs: number;
}

/** The longest that a fault is played, ms: users who forgot the rehearsal must not take the failure for a real one. */
export const longestInjectionMs = 600_000;

export interface FaultInjectionParts {
  readonly clock: Clock;
  readonly script: Script;
  /** Circuits of its own, so that a played failure never opens a real one. */
  readonly circuits: Circuits;
  /** Called once, when it is over. */
  readonly onEnd: () => void;
}

/**
 * One fault played on the user's next questions. It has circuits of its own, so that the real ones stay as they are, and
 * marks everything that came of it. What a provider gets in place of a response: `providers/faultInjection/injectedFetch`.
 */
export class FaultInjection {
  readonly script: Script;
  /** Every circuit and cooldown while it lasts; dropped with it. */
  readonly circuits: Circuits;
  /** Wall-clock ms. */
  readonly endsAt: number;
  readonly #clock: Clock;
  readonly #onEnd: () => void;
  readonly #cancelTimer: () => void;
  /** Questions that it was played on; true: they have ended. */
  readonly #questions = new Map<string, boolean>();
  /** Of each question the targets whose latest request was played. */
  readonly #played = new Map<string, Set<string>>();
  #isOver = false;

  constructor({ clock, script, circuits, onEnd }: FaultInjectionParts) {
    const forMs = Math.min(longestInjectionMs, Math.max(0, script.forMs));
    this.script = script;
    this.circuits = circuits;
    this.endsAt = clock.wall() + forMs;
    this.#clock = clock;
    this.#onEnd = onEnd;
    this.#cancelTimer = clock.after(forMs, () => this.end());
  }

  get isOver(): boolean {
    return this.#isOver || this.#clock.wall() >= this.endsAt; // the monotonic clock may have slept
  }

  /** How many questions it will still be played on; undefined: as many as there are. */
  get questionsLeft(): number | undefined {
    const { questions } = this.script;
    return questions === undefined ? undefined : Math.max(0, questions - this.#endedCount);
  }

  /** Is the fault to be played on the request that this question is about to make to this target? It counts when it is. */
  plays(question: string, target: Target): boolean {
    const isPlayed = !this.isOver && this.#concerns(target) && this.#admits(question);
    const targets = this.#played.get(question) ?? new Set();
    if (isPlayed) targets.add(target.id);
    else targets.delete(target.id);
    this.#played.set(question, targets);
    if (isPlayed && !this.#questions.has(question)) this.#questions.set(question, false);
    return isPlayed;
  }

  /**
   * The outermost layer: marks notes, answers and failures of a question, and ends the injection with the last question it is
   * played on. A remembered answer would show no fault, so every question is asked afresh.
   */
  readonly mark: Layer = next => async question => {
    const notes = (note: Note): void => question.notes(this.#markNote(note, question.id));
    try {
      const answer = await next({ ...question, fresh: true, notes });
      return this.#markAnswer(answer, question.id);
    } catch (error) {
      throw error instanceof Failure ? this.#markFailure(error, question.id) : error;
    } finally {
      this.#ended(question.id);
    }
  };

  /** Innermost, around the one that asks this target: what is played has not left this machine, so it costs nothing. */
  unsent(target: Target): Layer {
    return next => async question => {
      const isPlayed = (): boolean => this.#played.get(question.id)?.has(target.id) === true;
      const onEvent = (event: AnswerEvent): void => {
        if (event.kind !== 'sent' || !isPlayed()) question.onEvent?.(event);
      };
      try {
        return await next({ ...question, onEvent });
      } catch (error) {
        throw error instanceof Failure && isPlayed() ? error.with({ sent: 'no' }) : error;
      }
    };
  }

  /** The observer, with the attempts that were played marked as such. */
  observed({ began, noted, ended }: QuestionObserver): QuestionObserver {
    const marked = new WeakMap<Note, Note>();
    return {
      ...(began && { began }),
      noted: (id, note) => {
        const told = this.#markNote(note, id);
        marked.set(note, told);
        noted?.(id, told);
      },
      ended: record => {
        const notes = record.notes.map(note => marked.get(note) ?? note);
        ended?.({ ...record, notes, end: this.#markEnd(record) });
      },
    };
  }

  /** Ends it at once; questions under way go on for real. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#cancelTimer();
    this.#onEnd();
  }

  get #endedCount(): number {
    return [...this.#questions.values()].filter(hasEnded => hasEnded).length;
  }

  #concerns(target: Target): boolean {
    const { at } = this.script;
    return at === 'all' || (at === 'elsewhere' ? !target.loopback : at.target === target.id);
  }

  #admits(question: string): boolean {
    return this.#questions.has(question) || this.#questions.size < (this.script.questions ?? Infinity);
  }

  #ended(question: string): void {
    this.#played.delete(question);
    if (!this.#questions.has(question)) return;
    this.#questions.set(question, true);
    if (this.questionsLeft === 0) this.end();
  }

  #markNote(note: Note, question: string): Note {
    if (note.kind !== 'attempt' || !note.failure) return note;
    const failure = this.#markFailure(note.failure, question);
    return isInjected(failure) ? { ...note, failure } : note;
  }

  #markEnd({ id, end }: QuestionRecord): QuestionRecord['end'] {
    return 'answer' in end
      ? { answer: this.#markAnswer(end.answer, id) }
      : { failure: this.#markFailure(end.failure, id) };
  }

  #markAnswer<Some extends Pick<Answer, 'insteadOf'>>(answer: Some, question: string): Some {
    const { insteadOf } = answer;
    return insteadOf ? { ...answer, insteadOf: this.#markFailure(insteadOf, question) } : answer;
  }

  #markFailure(failure: Failure, question: string): Failure {
    const { target = '', facts = {}, others = [] } = failure.details;
    const known =
      others.length > 0 ? failure.with({ others: others.map(one => this.#markFailure(one, question)) }) : failure;
    if (!this.#played.get(question)?.has(target) || failure.kind === 'cancelled') return known;
    return known.with({ facts: { ...facts, rehearsed: this.script.fault } });
  }
}
