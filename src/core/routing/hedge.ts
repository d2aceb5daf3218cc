import { reasonOf, type Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import type { Target } from '../model/target.ts';
import type { Lane } from './lane.ts';
import type { Answer } from '../model/answer.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

/** When a second target is asked beside a slow first one. */
export interface Hedging {
  /**
   * How long this target usually takes at most to its first token, ms: then another is asked beside it. Infinity: that is not
   * known, and it is when silence would end the attempt. undefined: nobody is asked beside it.
   */
  readonly delayMs: (target: Target) => number | undefined;
  /** Takes what one more request at this target costs of its budget; false: it has none left. */
  readonly afford: (target: Target) => boolean;
}

/** Who failed, and how. */
export interface Miss {
  readonly lane: Lane;
  readonly failure: Failure;
}

/** Thrown when neither answers, for `fallback` alone: who of the two has failed. Who has not was stopped for the other. */
export class NeitherAnswered extends Error {
  readonly misses: readonly Miss[];

  constructor(misses: readonly Miss[]) {
    super('neither answered');
    this.misses = misses;
  }
}

/** How a second one is asked beside a first one. */
export interface HedgePlan {
  readonly clock: Clock;
  readonly delayMs: number;
  readonly afford: () => boolean;
  /** The first one is only tried. */
  readonly isTry?: boolean;
}

/**
 * Asks the first target, and when it has not begun to answer after `delayMs` the second one beside it (Dean and Barroso, "The
 * Tail at Scale": hedged requests). Who writes first, or answers first where nobody watches, wins; the other is stopped.
 * When the second was asked and both fail, or the one that has written: NeitherAnswered.
 *
 * A first one that is only tried, to see whether it has recovered, is not stopped when it loses: its first word, or its own
 * limit, ends it, and the answer does not wait for that.
 */
export async function hedged(
  [first, second]: readonly [Lane, Lane],
  question: Question,
  { clock, delayMs, afford, isTry = false }: HedgePlan,
): Promise<Answer> {
  const race = new Race(question, isTry ? first : undefined);
  const leading = race.run(first, true);
  let chasing: Promise<Answer> | undefined;
  const { promise: due, resolve } = Promise.withResolvers<'due'>();
  const cancel = clock.after(delayMs, () => resolve('due'));
  try {
    const early = await Promise.race([leading, due]);
    if (early !== 'due') return early;
    if (race.hasWinner || question.attempts.left <= 0 || second.closed(question) || !afford()) return await leading;
    question.notes({ kind: 'hedged', target: second.target.id, beside: first.target.id, afterMs: delayMs });
    chasing = race.run(second, question.alternatives <= 1); // with nobody after it, it need not make room either
    const answer = await firstAnswer({ lane: first, work: leading }, { lane: second, work: chasing }, race);
    race.letGo();
    return answer;
  } finally {
    cancel();
    race.end();
    // stopped at once; what the loser cost is noted before the answer is given
    await Promise.allSettled([race.hasLetGo ? undefined : leading, chasing]);
  }
}

interface Runner {
  readonly lane: Lane;
  readonly work: Promise<Answer>;
}

async function firstAnswer(one: Runner, other: Runner, race: Race): Promise<Answer> {
  const misses: Miss[] = [];
  const watch = async ({ lane, work }: Runner): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      if (race.hasWinner && !race.isWinner(lane)) return never();
      if (!(error instanceof Failure) || endsBoth(error)) throw error;
      misses.push({ lane, failure: error });
      if (misses.length === 2 || race.isWinner(lane)) throw new NeitherAnswered(misses);
      return never(); // the other one decides
    }
  };
  return Promise.race([watch(one), watch(other)]);
}

/**
 * A cancel, and what ends the whole question, are not for the other one to make good. But that the budget does not let one
 * through is no reason to stop the other, which it has let through.
 */
const endsBoth = ({ kind, rules }: Failure): boolean => rules.next === 'no' && kind !== 'budget-blocked';

const lost = (): Failure => new Failure('cancelled', { code: 'hedge' });

const never = (): Promise<Answer> => new Promise(() => undefined);

/** Two questions of which only one may be heard. */
class Race {
  readonly #question: Question;
  readonly #stops = new Map<Lane, AbortController>();
  /** Who is only tried, as long as it has neither begun nor ended. */
  #tried: Lane | undefined;
  #winner: Lane | undefined;
  #hasLetGo = false;

  constructor(question: Question, tried: Lane | undefined) {
    this.#question = question;
    this.#tried = tried;
    question.signal.addEventListener('abort', this.#follow, { once: true });
  }

  get hasWinner(): boolean {
    return this.#winner !== undefined;
  }

  /** Who is tried goes on by itself. */
  get hasLetGo(): boolean {
    return this.#hasLetGo;
  }

  isWinner(lane: Lane): boolean {
    return this.#winner === lane;
  }

  run(lane: Lane, isHedged = false): Promise<Answer> {
    const stop = new AbortController();
    this.#stops.set(lane, stop);
    const { onEvent, onFlow, signal } = this.#question;
    const hear = (change: 1 | -1): void => {
      onFlow?.(change);
      if (lane === this.#tried) this.#hasBegun(lane, stop);
    };
    if (signal.aborted) stop.abort(reasonOf(signal)); // it was before anyone listened
    return lane.ask({
      ...this.#question,
      isHedged,
      signal: stop.signal,
      ...(lane === this.#tried ? { onFlow: hear } : {}),
      ...(onEvent && { onEvent: (event: AnswerEvent) => this.#hear(lane, event, onEvent) }),
    });
  }

  /** The other one has answered: who is tried and has not begun yet no longer belongs to this question. */
  letGo(): void {
    if (!this.#tried) return;
    this.#stops.delete(this.#tried);
    this.#hasLetGo = true;
  }

  /** Stops whoever is still under way. */
  end(): void {
    this.#question.signal.removeEventListener('abort', this.#follow);
    for (const stop of this.#stops.values()) stop.abort(lost());
  }

  #hasBegun(lane: Lane, stop: AbortController): void {
    this.#tried = undefined;
    if (this.#hasLetGo || (this.#winner && this.#winner !== lane)) stop.abort(lost());
  }

  #hear(lane: Lane, event: AnswerEvent, onEvent: (event: AnswerEvent) => void): void {
    if (event.kind === 'text' && !this.#winner) {
      this.#winner = lane;
      for (const [other, stop] of this.#stops) if (other !== lane && other !== this.#tried) stop.abort(lost());
    }
    if (!this.#winner || this.#winner === lane) onEvent(event);
  }

  readonly #follow = (): void => {
    for (const stop of this.#stops.values()) stop.abort(reasonOf(this.#question.signal));
  };
}
