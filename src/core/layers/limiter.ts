import type { Layer } from '../model/layer.ts';
import { reasonOf, type Clock } from '../model/clock.ts';
import { Failure } from '../model/failure.ts';
import type { Hold, Limiter } from '../resilience/limiters.ts';
import { tokensByBytes } from '../prompt/tokens.ts';
import type { Target } from '../model/target.ts';
import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Question } from '../model/question.ts';

const patienceMs = 1_000; // longer than this is worth another target, if there is one
const inlinePatienceMs = 150; // an inline suggestion that comes later is no longer wanted

/**
 * Keeps the requests to one server within its limits, so that it need not refuse them: ours from the settings, its own from its
 * headers as soon as it has told them. Waits end with the signal, never outlast the question's time, and give way to another
 * healthy target when they would be long: Failure 'own-limit', nothing was sent.
 */
export const limiter =
  (clock: Clock, target: Target, measure: Limiter): Layer =>
  next =>
  async question => {
    const tokens = tokensOf(question);
    const hold = measure.hold(tokens);
    // no await between looking and taking, or two would take one place
    const end = hold ? await admitted(hold, question, { clock, target, measure, tokens }) : measure.begin(tokens);
    const onEvent = (event: AnswerEvent): void => {
      if (event.kind === 'limits') measure.adopt(event.limits);
      else question.onEvent?.(event);
    };
    try {
      const answer = await next({ ...question, onEvent });
      end(answer.usage.inputTokens + answer.usage.outputTokens);
      return answer;
    } catch (error) {
      end(error instanceof Failure && error.details.sent === 'no' ? 0 : tokens);
      if (error instanceof Failure && error.details.code === 'slow-down') measure.slowDown();
      throw error;
    }
  };

/** Would this question have to wait now? */
export const isHeldBack = (measure: Limiter, question: Question): boolean =>
  measure.hold(tokensOf(question)) !== undefined;

const tokensOf = ({ request }: Question): number => tokensByBytes(request) + request.sampling.maxOutputTokens;

interface Admission {
  readonly clock: Clock;
  readonly target: Target;
  readonly measure: Limiter;
  /** About how many the request takes. */
  readonly tokens: number;
}

/** Begins the request as soon as the limiter, which holds it back now, lets it. */
async function admitted(first: Hold, question: Question, { clock, target, measure, tokens }: Admission) {
  const since = clock.now();
  const giveUpAt = Math.min(question.until, since + patienceOf(question));
  for (let hold: Hold | undefined = first; hold;) {
    if (clock.now() + hold.waitMs >= giveUpAt) throw tooLong(target, hold);
    const isCalled = await wasCalled(hold, question, { clock, measure, giveUpAt });
    hold = isCalled ? measure.arrive(tokens) : measure.hold(tokens);
  }
  const end = measure.begin(tokens); // no await since the last look, here too
  question.notes({ kind: 'waited', target: target.id, delayMs: clock.now() - since, because: first.because });
  return end;
}

function patienceOf({ priority, alternatives }: Question): number {
  if (priority === 'inline') return inlinePatienceMs;
  return alternatives > 0 ? patienceMs : Infinity;
}

const tooLong = (target: Target, { because, waitMs }: Hold): Failure =>
  new Failure('own-limit', {
    target: target.id,
    code: because,
    sent: 'no',
    ...(waitMs > 0 && { retryAfterMs: Math.ceil(waitMs) }),
  });

interface Wait {
  readonly clock: Clock;
  readonly measure: Limiter;
  /** Monotonic ms. */
  readonly giveUpAt: number;
}

/** Waits until the hold may be over: for its time, or to be called to a free place; not beyond the moment to give up. */
function wasCalled(hold: Hold, { signal, priority }: Question, { clock, measure, giveUpAt }: Wait) {
  return new Promise<boolean>((resolve, reject) => {
    if (signal.aborted) return reject(reasonOf(signal));
    const isBusy = hold.because === 'busy';
    const waitMs = isBusy ? giveUpAt - clock.now() : hold.waitMs;
    const end = (settle: () => void): void => {
      cancel();
      leaveQueue();
      signal.removeEventListener('abort', leave);
      settle();
    };
    const leave = (): void => end(() => reject(reasonOf(signal)));
    const leaveQueue = isBusy ? measure.wait(priority, () => end(() => resolve(true))) : () => undefined;
    const cancel = clock.after(waitMs, () => end(() => resolve(false)));
    signal.addEventListener('abort', leave, { once: true });
  });
}
