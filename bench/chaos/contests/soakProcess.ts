// Ten thousand questions one after another, half of which fail: `steadfast` or `sdk`. Reports what the heap grows by.
import { getEventListeners } from 'node:events';
import { settle, VirtualClock } from '../../../test/support/virtualClock.ts';
import { endWithParent, leaveWith } from '../../harness/report.ts';
import { bareSdk } from '../../support/bareSdk.ts';
import { createCollector } from '../../harness/collector.ts';
import { householdOf, sourceAt } from '../../support/household.ts';
import { questionOf } from '../../support/questions.ts';
import { fateOf, fetchOf } from './soakFetch.ts';
import { unlimited } from '../sides/rules.ts';
import { ask as asking } from '../../../src/assist/tasks/ask.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import type { Question } from '../../../src/core/model/question.ts';

export interface Soak {
  readonly questions: number;
  readonly failed: number;
  /** What each question left on the heap, by a straight line through nine measurements after 2 000. */
  readonly bytesPerQuestion: number;
  readonly rssGrowthBytes: number;
  /** Timers, listeners and sockets that are left. */
  readonly left: number;
}

const questions = 10_000;
const settledAfter = 2_000;
const clock = new VirtualClock();
const collect = createCollector();
let listeners = 0;
let current = { number: 0, attempts: 0 };

const fetch: typeof globalThis.fetch = (_url, init) => {
  current.attempts += 1;
  return fetchOf(current.number)(init?.signal ?? new AbortController().signal, current.attempts);
};

type Asking = (question: Question) => Promise<unknown>;

function steadfast(): Asking {
  const limiters = new Limiters(clock, () => unlimited);
  return householdOf([sourceAt('openai', 'http://127.0.0.1:50001/v1', { clock, fetch })], { clock, limiters }).ask;
}

function sdk(): Asking {
  const ask = bareSdk('openai', 'http://127.0.0.1:50001/v1', { fetch, hearsSignal: true });
  return question => ask(question, () => undefined);
}

async function play(ask: Asking): Promise<Soak> {
  const heap: { readonly at: number; readonly bytes: number }[] = [];
  let failed = 0;
  let rss = 0;
  for (let number = 1; number <= questions; number += 1) {
    failed += (await playOne(ask, number)) ? 0 : 1;
    if (number < settledAfter || number % 1_000 !== 0) continue;
    collect();
    heap.push({ at: number, bytes: process.memoryUsage().heapUsed });
    if (number === settledAfter) rss = process.memoryUsage.rss();
  }
  const rssGrowthBytes = process.memoryUsage.rss() - rss;
  const resources = process.getActiveResourcesInfo().filter(name => name === 'Timeout' || name.startsWith('TCP'));
  return {
    questions,
    failed,
    bytesPerQuestion: slope(heap),
    rssGrowthBytes,
    left: clock.waiting + listeners + resources.length,
  };
}

/** True: it was answered. */
async function playOne(ask: Asking, number: number): Promise<boolean> {
  current = { number, attempts: 0 };
  const fate = fateOf(number);
  const stop = new AbortController();
  const onEvent = fate.includes('after text') ? { onEvent: () => undefined } : {};
  const work = ask(questionOf(asking, number, { clock, signal: stop.signal, ...onEvent }));
  let end: 'open' | 'answered' | 'failed' = 'open';
  const settled = work.then(
    () => void (end = 'answered'),
    () => void (end = 'failed'),
  );
  await settle();
  if (fate.startsWith('cancelled') || ask === bare) stop.abort(new Failure('cancelled'));
  for (let turns = 0; end === 'open' && turns < 20; turns += 1) await clock.pass(5_000);
  await settled;
  await clock.pass(2_000);
  listeners += getEventListeners(stop.signal, 'abort').length;
  return (end as string) === 'answered';
}

/** Least squares. */
function slope(points: readonly { readonly at: number; readonly bytes: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, bytes] = [mean(points.map(point => point.at)), mean(points.map(point => point.bytes))];
  const rise = points.reduce((sum, point) => sum + (point.at - at) * (point.bytes - bytes), 0);
  return rise / points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
}

endWithParent();
const bare = sdk();
leaveWith(await play(process.argv[2] === 'sdk' ? bare : steadfast()));
