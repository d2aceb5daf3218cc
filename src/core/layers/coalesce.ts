import type { Ask, Layer } from '../model/layer.ts';
import { reasonOf, type Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import { questionKey, type Hash } from '../cache/questionKey.ts';
import type { Answer } from '../model/answer.ts';
import type { Asking } from '../model/asking.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

/**
 * Equal questions under way share one call. It is stopped when the last one waiting leaves, so the first to leave stops
 * nobody else; it has until the latest deadline among them, and each leaves at its own. A question that joins late gets at once
 * what was written so far.
 */
export const coalesce =
  (clock: Clock, hash: Hash): Layer =>
  next => {
    const parts: FlightParts = { clock, next };
    const flights = new Map<string, Flight>();
    return question => {
      if (question.fresh || !question.purpose) return next(question); // without its purpose it is not known whether it equals another
      const key = keyOf(question, hash);
      const known = flights.get(key);
      if (known) question.notes({ kind: 'joined' });
      const flight = known ?? new Flight(parts, question, ended => flights.get(key) === ended && flights.delete(key));
      flights.set(key, flight);
      return flight.join(question);
    };
  };

// a watched answer is not retried after its first word, priorities have different limits, a permission (which targets, over the
// budget) belongs to one question, and an answer must not be kept as one that used a file which has changed meanwhile
const keyOf = (question: Question, hash: Hash): string =>
  [
    question.key ?? questionKey(question, hash),
    question.priority,
    question.onEvent !== undefined,
    question.only?.join() ?? '',
    question.overBudget,
    ...(question.purpose?.used ?? []).flatMap(({ file, hash }) => [file, hash]),
  ].join(' ');

/** A flight fails by itself when its time is up, and may run longer for other questions: then this one leaves so much later, ms. */
const forOthersMs = 10;

interface FlightParts {
  readonly clock: Clock;
  readonly next: Ask;
}

/** One call and the questions that wait for it. */
class Flight {
  readonly #clock: Clock;
  readonly #answer: Promise<Answer>;
  readonly #stop = new AbortController();
  readonly #onEnd: () => void;
  /** The question that all of them have in common; its time is the latest of theirs. */
  readonly #shared: Omit<Question, 'until'> & { until: number };
  readonly #waiting = new Set<Question>();
  /** Questions that were shown text or thinking already. */
  readonly #reading = new WeakSet<Question>();
  #received: AnswerEvent[] = [];
  #asking: Asking | undefined;
  #landed = false;
  /** How many attempts are writing or thinking now. */
  #flowing = 0;

  constructor({ clock, next }: FlightParts, question: Question, onEnd: (flight: Flight) => void) {
    this.#clock = clock;
    this.#onEnd = () => onEnd(this);
    const onFlow = (change: 1 | -1): void => void (this.#flowing += change);
    const onAsking = (asking: Asking): void => this.#onAsking(asking);
    const shared: Question = { ...question, signal: this.#stop.signal, onFlow, onAsking };
    this.#shared = question.onEvent ? { ...shared, onEvent: event => this.#onEvent(event) } : shared;
    this.#answer = this.#fly(next);
    this.#answer.catch(() => undefined); // each waiter gets the error itself; this catches it when there is no waiter
  }

  async join(question: Question): Promise<Answer> {
    this.#waiting.add(question);
    this.#shared.until = Math.max(this.#shared.until, question.until);
    if (this.#asking) question.onAsking?.(this.#asking);
    for (const event of this.#received) this.#tell(question, event);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const leave = () => reject(reasonOf(question.signal));
    if (question.signal.aborted) leave();
    question.signal.addEventListener('abort', leave, { once: true });
    const cancel = this.#limit(question, reject);
    this.#answer.then(resolve, reject);
    try {
      return await promise;
    } finally {
      cancel();
      question.signal.removeEventListener('abort', leave);
      this.#waiting.delete(question);
      if (this.#waiting.size === 0 && !this.#landed) this.#turnBack();
    }
  }

  async #fly(next: Ask): Promise<Answer> {
    await Promise.resolve(); // not before its first waiter has joined, or early events would have no listener
    try {
      return await next(this.#shared);
    } finally {
      this.#landed = true;
      this.#onEnd();
    }
  }

  #turnBack(): void {
    this.#onEnd();
    this.#stop.abort(new Failure('cancelled'));
  }

  /** Leaves when the question's own time is up, unless its answer is being written for a user: then it stays until the end. */
  #limit(question: Question, leave: (reason: Failure) => void): () => void {
    const leftMs = question.until - this.#clock.now();
    return this.#clock.after(leftMs + forOthersMs, () => {
      if (this.#reading.has(question) || (question.priority === 'interactive' && this.#flowing > 0)) return;
      leave(new Failure('out-of-time', { facts: { limitMs: Math.round(leftMs) } }));
    });
  }

  #onAsking(asking: Asking): void {
    this.#asking = asking;
    for (const question of this.#waiting) question.onAsking?.(asking);
  }

  #onEvent(event: AnswerEvent): void {
    if (event.kind === 'restart') this.#received = [];
    this.#received.push(event);
    for (const question of this.#waiting) this.#tell(question, event);
  }

  #tell(question: Question, event: AnswerEvent): void {
    if (event.kind === 'text' || event.kind === 'thinking') this.#reading.add(question);
    question.onEvent?.(event);
  }
}
