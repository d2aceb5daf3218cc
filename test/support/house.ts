import { AnswerCache } from '../../src/core/cache/answerCache.ts';
import { createClient, type Parts } from '../../src/core/client.ts';
import type { SkipReason } from '../../src/core/model/note.ts';
import type { QuestionRecord } from '../../src/core/model/questionRecord.ts';
import { Circuits } from '../../src/core/resilience/circuits.ts';
import { Limiters } from '../../src/core/resilience/limiters.ts';
import type { Scripted } from './scripted.ts';
import { VirtualClock } from './virtualClock.ts';

const breakerOptions = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };

const limits = { requestsPerMinute: 1_000, tokensPerMinute: 1e9, concurrent: 100 };

/** The whole client around scripted targets, on a virtual clock: what scenario tests act upon. */
export function house(sources: readonly Scripted[], more: Partial<Parts> = {}) {
  const clock = new VirtualClock();
  const circuits = new Circuits(clock, () => breakerOptions);
  const journal: QuestionRecord[] = [];
  const barred = new Map<string, SkipReason>();
  const client = createClient({
    clock,
    hash: text => text,
    sources,
    circuits,
    limiters: new Limiters(clock, () => limits),
    answers: new AnswerCache(clock, () => ({ maxEntries: 100, ttlMs: 3_600_000 })),
    redaction: { scan: async () => [], enabled: () => true },
    judgement: { parse: async () => ({ verdict: 'unknown' }) },
    observers: [{ ended: record => journal.push(record) }],
    barred: target => barred.get(target.id),
    limits: () => ({ connectMs: 5_000, firstTokenMs: 20_000, idleMs: 10_000 }),
    retrying: () => ({ maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 }),
    caching: () => true,
    ...more,
  });
  return { clock, circuits, client, journal, barred };
}
