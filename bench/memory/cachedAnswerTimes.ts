import { LRUCache } from 'lru-cache';
import { ask as asking } from '../../src/assist/tasks/ask.ts';
import { AnswerCache } from '../../src/core/cache/answerCache.ts';
import type { Parts } from '../../src/core/client.ts';
import { cache } from '../../src/core/layers/cache.ts';
import { render } from '../../src/core/model/prompt.ts';
import type { Question } from '../../src/core/model/question.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { turns } from '../harness/turns.ts';
import { householdOf, targetAt } from '../support/household.ts';
import { questionOf } from '../support/questions.ts';
import { answer } from '../support/stackedLayers.ts';

/** So many questions in turns: a repeated one is a recent one. */
const different = 10;
const times = 20;
const target = targetAt('openai', 'http://127.0.0.1:50001/v1');

type Asked = (question: Question) => unknown;

/**
 * P6: an answer from memory through the whole client, µs, for 4 KB questions that were asked before; beside the least that
 * a memory can cost: the digest of the prompt's texts put together, and a look into an lru-cache. As most would do it, the
 * prompt is put together as JSON; that is a side of its own. Looking for secrets is too, because nobody else does it.
 */
export async function cachedAnswerTimes(): Promise<Readonly<Record<string, readonly number[]>>> {
  const questions = Array.from({ length: different }, (_, index) => questionOf(asking, index));
  const neither = { redaction: { scan: () => Promise.resolve([]), enabled: () => true } };
  const sides = {
    Steadfast: household(neither),
    'with secrets looked for': household({}),
    'the cache layer alone': layerAlone(),
    'digest and lru-cache': remembered(({ request }) => request.parts.map(({ text }) => text).join('\n')),
    'digest of JSON and lru-cache': remembered(({ request }) => JSON.stringify(render(request))),
  };
  for (const ask of Object.values(sides)) for (const question of questions) await ask(question);
  const contestants = Object.entries(sides).map(([name, ask]) => [name, timed(ask, questions)] as const);
  return turns(Object.fromEntries(contestants), { rounds: 25, warmUp: 15 });
}

const household = (changes: Partial<Parts>): Asked =>
  householdOf([{ target, ask: () => Promise.resolve({ ...answer, from: target.id }) }], changes).ask;

function layerAlone(): Asked {
  const answers = new AnswerCache(clock, () => ({ maxEntries: 500, ttlMs: 3_600_000 }));
  const layer = cache({ answers, clock, hash: sha256, targets: () => [target], enabled: () => true });
  return layer(() => Promise.resolve({ ...answer, from: target.id }));
}

function remembered(textOf: (question: Question) => string): Asked {
  const memory = new LRUCache<string, { readonly value: string }>({ max: 500 });
  return question => {
    const key = sha256(textOf(question));
    const known = memory.get(key);
    if (!known) memory.set(key, { value: answer.text });
    return known?.value;
  };
}

const timed = (ask: Asked, questions: readonly Question[]) => async (): Promise<number> => {
  const startedAt = performance.now();
  for (let time = 0; time < times; time += 1) for (const question of questions) await ask(question);
  return ((performance.now() - startedAt) * 1000) / (questions.length * times);
};
