import { LRUCache } from 'lru-cache';
import { ask as asking } from '../../src/assist/tasks/ask.ts';
import type { Parts } from '../../src/core/client.ts';
import { render } from '../../src/core/model/prompt.ts';
import type { Question } from '../../src/core/model/question.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import { turns } from '../harness/turns.ts';
import { householdOf, targetAt } from '../support/household.ts';
import { questionOf } from '../support/questions.ts';
import { answer } from '../support/stackedLayers.ts';
import { peers, type Work } from './peers.ts';

const calls = 100;
let made = 0;

/**
 * P2: the whole client, memory included, over a model that answers at once, µs a call; every question is new, 4 KB long and
 * made before the clock runs. A peer gets the key (sha256 of the messages) and an LRU memory by hand. Nobody looks for
 * secrets or parses here, because no peer does; what that costs us is a side of its own.
 */
export async function remembering(): Promise<Readonly<Record<string, readonly number[]>>> {
  const work = (): Promise<string> => Promise.resolve(answer.text);
  const neither = {
    redaction: { scan: () => Promise.resolve([]), enabled: () => true },
    judgement: { parse: unparsed },
  };
  return turns(
    {
      Steadfast: asked(household(neither)),
      'with secrets looked for': asked(household({})),
      ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, asked(remembered(peer, work))])),
    },
    { rounds: 15, warmUp: 10 },
  );
}

const unparsed = () => Promise.resolve({ verdict: 'unknown' } as const);

type Asked = (question: Question) => Promise<unknown>;

function household(changes: Partial<Parts>): Asked {
  const target = targetAt('openai', 'http://127.0.0.1:50001/v1');
  return householdOf([{ target, ask: () => Promise.resolve(answer) }], changes).ask;
}

function remembered(peer: (work: Work) => () => Promise<unknown>, work: Work): Asked {
  const call = peer(work);
  const memory = new LRUCache<string, { readonly value: unknown }>({ max: 500 });
  return async ({ request }) => {
    const key = sha256(JSON.stringify(render(request)));
    const known = memory.get(key);
    if (known) return known.value;
    const value = await call();
    memory.set(key, { value });
    return value;
  };
}

const asked = (ask: Asked) => async (): Promise<number> => {
  const questions = Array.from({ length: calls }, () => questionOf(asking, (made += 1)));
  const startedAt = performance.now();
  for (const question of questions) await ask(question);
  return ((performance.now() - startedAt) * 1000) / calls;
};
