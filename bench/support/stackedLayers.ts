import { attempt } from '../../src/core/layers/attempt.ts';
import { breaker } from '../../src/core/layers/breaker.ts';
import { cooldown } from '../../src/core/layers/cooldown.ts';
import { limiter } from '../../src/core/layers/limiter.ts';
import { retry } from '../../src/core/layers/retry.ts';
import type { Answer } from '../../src/core/model/answer.ts';
import { type Ask, stack } from '../../src/core/model/layer.ts';
import type { Question } from '../../src/core/model/question.ts';
import { Circuits } from '../../src/core/resilience/circuits.ts';
import { Limiters } from '../../src/core/resilience/limiters.ts';
import { fallback } from '../../src/core/routing/fallback.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { targetAt } from './household.ts';

/** A model's answer that is there at once. */
export const answer: Answer = {
  text: 'It adds.',
  from: 'bench/openai',
  model: 'bench-model',
  usage: { inputTokens: 10, outputTokens: 5, cachedInputTokens: 0, exact: true },
  freshness: 'live',
  ageMs: 0,
  finish: 'stop',
  degraded: [],
};

const retrying = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 };
const breaking = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
const limits = { connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 };
const rate = { requestsPerMinute: 1e9, tokensPerMinute: 1e12, concurrent: 100 };

/** A target's own layers, and the fallback that holds them, as `client.ts` stacks them. */
export function stackedLayers(ask: Ask): Ask {
  const target = targetAt('openai', 'http://127.0.0.1:50001/v1');
  const circuits = new Circuits(clock, () => breaking);
  const lane = stack(
    breaker(circuits.of(target), target.id, {
      excused: failure => circuits.cooldowns.connectivity.excuses(target, failure),
    }),
    retry(clock, () => retrying, circuits.retriesAt(target)),
    cooldown(clock, circuits.cooldowns, target),
    limiter(clock, target, new Limiters(clock, () => rate).of(target)),
    attempt(clock, target, () => limits),
  )(ask);
  const lanes = [{ target, ask: lane, closed: () => undefined }];
  return fallback(() => lanes, { clock, hedging: { delayMs: () => undefined, afford: () => false } });
}

/** The least that a question can be. */
export const bareQuestion = (): Question => ({
  id: 'bench',
  taskClass: 'standard',
  priority: 'interactive',
  request: {
    template: 'bench@1',
    parts: [{ kind: 'text', name: 'question', role: 'user', text: 'question', priority: 1 }],
    sampling: { maxOutputTokens: 100 },
  },
  purpose: { task: 'ask', expects: { form: 'prose', language: '', code: '' }, scope: 'bench' },
  signal,
  until: Infinity,
  attempts: { left: 6 },
  alternatives: 0,
  notes: () => undefined,
});

const { signal } = new AbortController();
