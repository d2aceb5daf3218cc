import type { Answer } from '../../src/core/model/answer.ts';
import type { AnswerEvent } from '../../src/core/model/answerEvent.ts';
import { reasonOf } from '../../src/core/model/clock.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { Ask } from '../../src/core/model/layer.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { Target } from '../../src/core/model/target.ts';
import { answerOf, targetOf } from '../support/scripted.ts';
import type { ServerAct } from './schedule.ts';
import type { SeededClock } from './seededClock.ts';

/** One request at a server. */
export interface Call {
  readonly window: number;
  readonly question: string;
  readonly beganAt: number;
  readonly isProbe: boolean;
  /** Those under way when it began. */
  readonly besides: readonly Call[];
  /** Undefined: it is under way. */
  endedAt: number | undefined;
  /** When it began to write or to think. */
  firstProgressAt: number | undefined;
}

const healthyAct: ServerAct = { does: 'answer', thinks: false, firstMs: 100, pieces: 2, finish: 'stop' };
/** Whoever asks this often never stops asking; he gets no more answers, so that the schedule ends. */
const manyCalls = 200;

/** A server that does what the schedule says, whichever window asks. */
export class Server {
  readonly target: Target;
  readonly calls: Call[] = [];
  readonly #clock: SeededClock;
  readonly #acts: ServerAct[];

  constructor(id: string, clock: SeededClock, acts: readonly ServerAct[]) {
    this.target = targetOf(id);
    this.#clock = clock;
    this.#acts = [...acts];
  }

  /** From now on it is healthy. */
  heal(): void {
    this.#acts.length = 0;
  }

  /** How one window asks it. `isProbe`: is the request that begins now one that tries again? */
  askedBy(window: number, isProbe: () => boolean): Ask {
    return async question => {
      const act = this.#acts.shift() ?? healthyAct;
      const call: Call = {
        window,
        question: question.id,
        beganAt: this.#clock.now,
        isProbe: isProbe(),
        besides: this.calls.filter(({ endedAt }) => endedAt === undefined),
        endedAt: undefined,
        firstProgressAt: undefined,
      };
      const onEvent = (event: AnswerEvent): void => {
        if (event.kind === 'text' || event.kind === 'thinking') call.firstProgressAt ??= this.#clock.now;
        question.onEvent?.(event);
      };
      this.calls.push(call);
      const end = (): void => void (call.endedAt ??= this.#clock.now);
      question.signal.addEventListener('abort', end, { once: true });
      try {
        return await this.#play(act, { ...question, onEvent });
      } finally {
        end();
      }
    };
  }

  async #play(act: ServerAct, question: Question): Promise<Answer> {
    if (this.calls.length > manyCalls) return new Promise(() => undefined);
    const say = (text: string) => question.onEvent?.({ kind: 'text', text });
    const name = `${this.target.id}#${this.calls.length}`;
    question.onEvent?.({ kind: 'connected' });
    question.onEvent?.({ kind: 'sent' });
    switch (act.does) {
      case 'answer': {
        if (act.thinks) question.onEvent?.({ kind: 'thinking' });
        await this.#wait(act.firstMs, question);
        const pieces = Array.from({ length: act.pieces }, (_, at) => `${name}.${at} `);
        for (const piece of pieces) {
          say(piece);
          await this.#wait(50, question);
        }
        return answerOf(this.target.id, pieces.join(''), { finish: act.finish });
      }
      case 'fail':
        await this.#wait(act.afterMs, question);
        if (act.afterText) say(`${name} begins`);
        throw failureOf(act, this.target.id);
      case 'hang':
        if (act.after === 'thinking') question.onEvent?.({ kind: 'thinking' });
        if (act.after === 'text') say(`${name} begins`);
        await this.#wait(Infinity, question);
        throw new Error('a server that hangs has gone on');
      case 'ignore the stop':
        await this.#clock.sleep(act.forMs);
        say(`${name} is late`);
        return answerOf(this.target.id, `${name} is late`);
    }
  }

  /** As a good adapter does it: ends when it is told to. */
  #wait(delayMs: number, { signal }: Question): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    if (signal.aborted) reject(reasonOf(signal));
    const cancel = delayMs === Infinity ? () => undefined : this.#clock.after(delayMs, () => resolve(undefined));
    signal.addEventListener('abort', () => (cancel(), reject(reasonOf(signal))), { once: true });
    return promise;
  }
}

const failureOf = ({ kind, retryAfterMs }: Extract<ServerAct, { does: 'fail' }>, target: string): Failure =>
  new Failure(kind, {
    target,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(kind === 'unreachable' && { sent: 'no' }),
  });
