import type { Answer, AnswerEvent, Ask, Layer, Question } from '../ask.ts';
import { unlessAborted } from '../clock.ts';
import { Failure } from '../failure.ts';
import { questionKey, type Hash } from '../questionKey.ts';

/**
 * Equal questions under way share one call. It is stopped when the last one waiting leaves, so the first to leave stops
 * nobody else; it has until the latest deadline among them. Who joins late hears at once what was written so far.
 */
export const coalesce =
  (hash: Hash): Layer =>
  next => {
    const flights = new Map<string, Flight>();
    return question => {
      if (question.fresh) return next(question);
      const key = keyOf(question, hash);
      const known = flights.get(key);
      if (known) question.notes({ kind: 'joined' });
      const flight = known ?? new Flight(question, next, ended => flights.get(key) === ended && flights.delete(key));
      flights.set(key, flight);
      return flight.join(question);
    };
  };

// who watches is treated otherwise after the first word, and priorities are not mixed
const keyOf = (question: Question, hash: Hash): string =>
  [
    question.key ?? questionKey(question, hash),
    question.priority,
    question.onEvent !== undefined,
    question.only?.join() ?? '',
  ].join(' ');

/** One call and those who wait for it. */
class Flight {
  readonly #answer: Promise<Answer>;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<Question>();
  #heard: AnswerEvent[] = [];
  #until: number;
  #landed = false;

  constructor(question: Question, next: Ask, onEnd: (flight: Flight) => void) {
    this.#until = question.until;
    const latestUntil = () => this.#until;
    const shared: Question = {
      ...question,
      signal: this.#stop.signal,
      get until() {
        return latestUntil();
      },
      ...(question.onEvent && { onEvent: (event: AnswerEvent) => this.#hear(event) }),
    };
    // it must not start before its first waiter has joined, or early events would have no listener
    this.#answer = Promise.resolve()
      .then(() => next(shared))
      .finally(() => {
        this.#landed = true;
        onEnd(this);
      });
    this.#answer.catch(() => undefined); // each waiter hears of it; this one is for a flight that nobody waits for
    this.#stop.signal.addEventListener('abort', () => onEnd(this), { once: true });
  }

  async join(question: Question): Promise<Answer> {
    this.#waiting.add(question);
    this.#until = Math.max(this.#until, question.until);
    for (const event of this.#heard) question.onEvent?.(event);
    try {
      return await unlessAborted(this.#answer, question.signal);
    } finally {
      this.#waiting.delete(question);
      if (this.#waiting.size === 0 && !this.#landed) this.#stop.abort(new Failure('cancelled'));
    }
  }

  #hear(event: AnswerEvent): void {
    if (event.kind === 'restart') this.#heard = [];
    this.#heard.push(event);
    for (const question of this.#waiting) question.onEvent?.(event);
  }
}
