import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  fallback,
  handleAll,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
  type IPolicy,
} from 'cockatiel';
import type { Question } from '../../../src/core/model/question.ts';
import { bareSdk, type Asker, type SdkOptions } from '../../support/bareSdk.ts';
import { baseUrlAt } from '../server/server.ts';
import { attemptLimits, breakerOptions, deadlineMs, retrying } from './rules.ts';
import type { Ground, Side } from './side.ts';

const timeoutMs = attemptLimits.firstTokenMs;

/** The SDK as it comes (two retries, with its own backoff), but for its time limit, ten minutes by default. */
export const sdkByDefault = (ground: Ground): Side =>
  sdkSide('SDK', firstSdk(ground, 'SDK', { maxRetries: 2, timeout: timeoutMs }));

/** The SDK with its retries off. */
export const sdkOnce = (ground: Ground): Side =>
  sdkSide('SDK-once', firstSdk(ground, 'SDK-once', { maxRetries: 0, timeout: timeoutMs }));

function sdkSide(name: string, ask: Asker): Side {
  return { name, providers: 1, ask: (question, onScreen) => ask(question, growing(onScreen)) };
}

/**
 * cockatiel as its readme puts it together: retry with its default backoff, breaker, timeout of a try, around the SDK; the
 * whole within the deadline. With two providers, a fallback to the same around the other SDK. A try begins with an empty
 * screen, which its caller would have to see to.
 */
export function cockatielSide(ground: Ground, providers: 1 | 2): Side {
  const name = `cockatiel-${providers}`;
  const whole = timeout(deadlineMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  const first = provider(firstSdk(ground, name, sdkOff));
  const second = provider(secondSdk(ground, name, sdkOff));
  return {
    name,
    providers,
    ask: (question, onScreen) =>
      whole.execute(({ signal }) => {
        const atFirst = () => first(question, onScreen, signal);
        if (providers === 1) return atFirst();
        return fallback(handleAll, () => second(question, onScreen, signal)).execute(atFirst);
      }, question.signal),
  };
}

type Hear = (text: string) => void;

const sdkOff = { maxRetries: 0, hearsSignal: true };

function provider(ask: Asker): (question: Question, onScreen: Hear, outer: AbortSignal) => Promise<string> {
  const { maxRetries, baseDelayMs, maxDelayMs } = retrying;
  const policy: IPolicy = wrap(
    retry(handleAll, {
      maxAttempts: maxRetries,
      backoff: new ExponentialBackoff({ initialDelay: baseDelayMs, maxDelay: maxDelayMs }),
    }),
    circuitBreaker(handleAll, {
      halfOpenAfter: breakerOptions.recoveryMs,
      breaker: new ConsecutiveBreaker(breakerOptions.failureThreshold),
    }),
    timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false }),
  );
  return (question, onScreen, outer) =>
    policy.execute(({ signal }) => ask({ ...question, signal }, growing(onScreen)), outer);
}

/** The SDK of the first provider, OpenAI's. */
function firstSdk({ ports, regime }: Ground, side: string, options: SdkOptions): Asker {
  return bareSdk('openai', baseUrlAt(ports[0], 'openai', { side, regime }), options);
}

/** The SDK of the second provider, Anthropic's. */
function secondSdk({ ports, regime }: Ground, side: string, options: SdkOptions): Asker {
  return bareSdk('anthropic', baseUrlAt(ports[1], 'anthropic', { side, regime }), options);
}

function growing(onScreen: Hear): Hear {
  let shown = '';
  return piece => onScreen((shown += piece));
}
