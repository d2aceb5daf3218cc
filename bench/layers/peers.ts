import { RunnableLambda } from '@langchain/core/runnables';
import { generateText, type LanguageModel } from 'ai';
import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  fallback,
  handleAll,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import CircuitBreaker from 'opossum';
import PQueue from 'p-queue';
import pRetry from 'p-retry';

/** Asks a model that answers at once. */
export type Work = () => Promise<string>;

/** Wraps work in everything that this peer has against failures, with our own numbers; its ways of calling it differ. */
export type Peer = (work: Work) => () => Promise<unknown>;

const [attempts, concurrent, attemptMs, restMs] = [4, 100, 30_000, 60_000] as const;

/** What others offer for the same duties. What one of them lacks, it does not pay for; the table says it. */
export const peers = { cockatiel, opossum, 'p-queue + p-retry': queued, 'AI SDK': aiSdk, LangChain: langChain };

/** Five policies: fallback, retry, breaker, timeout, bulkhead. */
function cockatiel(work: Work): () => Promise<unknown> {
  const policy = wrap(
    fallback(handleAll, () => 'nobody'),
    retry(handleAll, { maxAttempts: attempts - 1, backoff: new ExponentialBackoff({ initialDelay: 500 }) }),
    circuitBreaker(handleAll, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(5) }),
    bulkhead(concurrent, concurrent),
    timeout(attemptMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false }),
  );
  return () => policy.execute(work);
}

/** Breaker, timeout, fallback and a limit of those at once; it has no retry. */
function opossum(work: Work): () => Promise<unknown> {
  const breaker = new CircuitBreaker(work, { timeout: attemptMs, capacity: concurrent, resetTimeout: restMs });
  breaker.fallback(() => 'nobody');
  return () => breaker.fire();
}

/** Retry, timeout and a limit of those at once; no breaker, no fallback. */
function queued(work: Work): () => Promise<unknown> {
  const queue = new PQueue({ concurrency: concurrent, timeout: attemptMs });
  return () => queue.add(() => pRetry(work, { retries: attempts - 1, minTimeout: 500 }));
}

/** Retry and what belongs to asking a model; no breaker, no fallback. */
function aiSdk(work: Work): () => Promise<unknown> {
  const model: Extract<LanguageModel, { specificationVersion: 'v3' }> = {
    specificationVersion: 'v3',
    provider: 'bench',
    modelId: 'bench-model',
    supportedUrls: {},
    doGenerate: async () => ({
      content: [{ type: 'text', text: await work() }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 5, text: 5, reasoning: 0 },
      },
      warnings: [],
    }),
    doStream: () => Promise.reject(new Error('nobody streams here')),
  };
  return () => generateText({ model, prompt: 'question', maxRetries: attempts - 1 });
}

/** Retry and fallback. */
function langChain(work: Work): () => Promise<unknown> {
  const chain = RunnableLambda.from(work)
    .withRetry({ stopAfterAttempt: attempts })
    .withFallbacks([RunnableLambda.from(() => 'nobody')]);
  return () => chain.invoke('question');
}
