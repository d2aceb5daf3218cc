import { AnswerCache } from '../../src/core/cache/answerCache.ts';
import { createClient, type Client, type Parts, type Source } from '../../src/core/client.ts';
import type { Answer } from '../../src/core/model/answer.ts';
import type { Ask } from '../../src/core/model/layer.ts';
import type { Ports } from '../../src/core/model/provider.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { Target } from '../../src/core/model/target.ts';
import { Circuits } from '../../src/core/resilience/circuits.ts';
import { Limiters } from '../../src/core/resilience/limiters.ts';
import { parse } from '../../src/libraries/parseCode.ts';
import { scanSecrets } from '../../src/libraries/secrets.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { findProvider } from '../../src/providers/all.ts';
import type { Asker } from './bareSdk.ts';
import type { WireName } from './streams.ts';

/** A target's own Ask: provider, SDK, transport, reader; no layer around it. */
export function provided(
  wire: WireName,
  baseUrl: string,
  { model, price, ...ports }: Partial<Ports> & Pick<Partial<Target>, 'model' | 'price'> = {},
): Ask {
  const provider = findProvider(wire);
  if (provider === undefined) throw new Error(`there is no provider ${wire}`);
  const key = () => Promise.resolve('sk-bench-0123456789');
  return provider.createAsk(
    { ...targetAt(wire, baseUrl), ...(model !== undefined && { model }), ...(price && { price }) },
    { clock, key, ...ports },
  );
}

/** A target and its own Ask, for a chain. */
export const sourceAt = (wire: WireName, baseUrl: string, ports?: Partial<Ports>): Source => ({
  target: targetAt(wire, baseUrl),
  ask: provided(wire, baseUrl, ports),
});

/** The client as `src/composition/assistantServices.ts` puts it together, with every layer and library, without the editor. */
export function household(wire: WireName, baseUrl: string): Ask {
  return householdOf([sourceAt(wire, baseUrl)]).ask;
}

/** The same with a chain of any length; `changes` stand in for parts of it. */
export function householdOf(sources: readonly Source[], changes: Partial<Parts> = {}): Client {
  return createClient({
    clock,
    hash: sha256,
    sources,
    circuits: new Circuits(clock, () => breakerOptions),
    limiters: new Limiters(clock, () => limits),
    answers: new AnswerCache(clock, () => ({ maxEntries: 500, ttlMs: 3_600_000 })),
    redaction: { scan: scanSecrets, enabled: () => true },
    judgement: { parse },
    observers: [],
    barred: () => undefined,
    limits: () => ({ connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 }),
    retrying: () => ({ maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 }),
    caching: () => true,
    ...changes,
  });
}

/** The same as `bareSdk`, asked through an Ask. An answer that was remembered would be no call: it fails the bench. */
export function asker(ask: Ask): Asker {
  return async (question, onText) => {
    const answer = await ask(watched(question, onText));
    if (!isLive(answer)) throw new Error(`the answer is ${answer.freshness}, it ended with ${answer.finish}`);
    return answer.text;
  };
}

const watched = (question: Question, onText: (piece: string) => void): Question => ({
  ...question,
  onEvent: event => {
    if (event.kind === 'text') onText(event.text);
  },
});

const isLive = ({ freshness, finish }: Answer): boolean => freshness === 'live' && finish === 'stop';

const limits = { requestsPerMinute: 1e6, tokensPerMinute: 1e9, concurrent: 100 };

const breakerOptions = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };

/** A target at an address that stands for somewhere else: its id is its wire. */
export const targetAt = (wire: WireName, baseUrl: string): Target => ({
  id: `bench/${wire}`,
  label: wire,
  provider: wire,
  model: 'bench-model',
  origin: new URL(baseUrl).origin,
  baseUrl,
  class: 'medium',
  auth: wire === 'anthropic' ? 'api-key' : 'bearer',
  loopback: true,
  parameters: {},
});
