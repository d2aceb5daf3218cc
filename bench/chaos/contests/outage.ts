import { ask as asking } from '../../../src/assist/tasks/ask.ts';
import type { Client } from '../../../src/core/client.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { SharedCircuits } from '../../../src/core/resilience/sharedCircuits.ts';
import { InMemoryLog } from '../../../test/support/logs/inMemoryLog.ts';
import { settle, VirtualClock } from '../../../test/support/virtualClock.ts';
import { householdOf, sourceAt } from '../../support/household.ts';
import { questionOf } from '../../support/questions.ts';
import { retrying, unlimited } from '../sides/rules.ts';

/** How every provider is down. */
export type Outage = '503' | 'reset' | 'silent';

export interface OutageLoad {
  /** Requests a question, over the first minute. */
  readonly amplification: number;
  /** Most requests at one provider within 5 s, from the moment on when every window knew that all is down. */
  readonly mostIn5s: number;
}

/** Loads, in real time, what the first question loads: virtual time would run away meanwhile. */
export async function loadBeforehand(): Promise<void> {
  const fetch = () => Promise.resolve(Response.json({}, { status: 400 }));
  for (const source of [
    sourceAt('openai', 'http://127.0.0.1:50001/v1', { fetch }),
    sourceAt('anthropic', 'http://127.0.0.1:50002', { fetch }),
  ])
    await householdOf([source]).ask(questionOf(asking, 0)).catch(failureOnly);
}

const minuteMs = 60_000;
const everyMs = 100;
const windows = 4;

/**
 * Three minutes of total outage at ten questions a second, in virtual time, with the time limits of real life: the real
 * client and providers over a fetch that fails. Four windows of one machine take turns; they share what they find out.
 */
export async function playOutage(outage: Outage, providers: 1 | 2): Promise<OutageLoad> {
  const clock = new VirtualClock();
  const requests: Sent[] = [];
  const machine = machineOf(clock, providers, count(failing(outage), clock, requests));
  let knownAt = Infinity;
  const questions: Promise<unknown>[] = [];
  for (let number = 0; number * everyMs < 3 * minuteMs; number += 1) {
    const { client } = machine[number % windows] ?? machine[0];
    const question = questionOf(asking, number, { clock });
    questions.push(client.ask(question).catch(failureOnly));
    await clock.pass(everyMs);
    if (machine.every(({ isDown }) => isDown())) knownAt = Math.min(knownAt, clock.now());
  }
  await clock.pass(minuteMs);
  await Promise.all(questions);
  const inFirstMinute = minuteMs / everyMs;
  return {
    amplification: requests.filter(({ question }) => question < inFirstMinute).length / inFirstMinute,
    mostIn5s: mostWithin(
      5_000,
      requests.filter(({ at }) => at > knownAt),
    ),
  };
}

interface Sent {
  readonly at: number;
  /** The number of the question that it was made for. */
  readonly question: number;
  readonly origin: string;
}

interface Window {
  readonly client: Client;
  /** Every circuit of this window is open. */
  readonly isDown: () => boolean;
}

function machineOf(
  clock: VirtualClock,
  providers: 1 | 2,
  fetch: typeof globalThis.fetch,
): readonly [Window, ...Window[]] {
  const log = new InMemoryLog();
  let ids = 0;
  const open = (): Window => {
    const circuits = new Circuits(clock, () => breakerOptions);
    const limiters = new Limiters(clock, () => unlimited);
    const shared = new SharedCircuits({
      clock,
      log: log.window(),
      circuits,
      limiters,
      newId: () => String((ids += 1)),
    });
    const sources = [
      sourceAt('openai', 'http://127.0.0.1:50001/v1', { clock, fetch }),
      sourceAt('anthropic', 'http://127.0.0.1:50002', { clock, fetch }),
    ].slice(0, providers);
    const client = householdOf(sources, {
      clock,
      circuits,
      limiters,
      retrying: () => retrying,
      catchUp: () => shared.catchUp(),
      claim: (target, signal) => shared.claim(target, signal),
    });
    return { client, isDown: () => client.targets.every(target => circuits.of(target).state.is !== 'closed') };
  };
  return [open(), ...Array.from({ length: windows - 1 }, open)];
}

const breakerOptions = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };

const count =
  (fetch: (signal: AbortSignal) => Promise<Response>, clock: VirtualClock, requests: Sent[]): typeof globalThis.fetch =>
  (url: URL | Request | string, init?: RequestInit) => {
    const id = new Headers(init?.headers).get('x-steadfast-request') ?? '';
    requests.push({
      at: clock.now(),
      question: Number(/\d+/.exec(id)?.[0]),
      origin: new URL(url instanceof Request ? url.url : url).origin,
    });
    return fetch(init?.signal ?? new AbortController().signal);
  };

function failing(outage: Outage): (signal: AbortSignal) => Promise<Response> {
  switch (outage) {
    case '503':
      return () => Promise.resolve(Response.json({ error: { message: 'Out of order.' } }, { status: 503 }));
    case 'reset':
      return async () => {
        await settle();
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
      };
    case 'silent':
      return signal =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
        });
  }
}

function failureOnly(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}

function mostWithin(spanMs: number, requests: readonly Sent[]): number {
  const counts = requests.map(
    ({ at, origin }) =>
      requests.filter(other => other.origin === origin && other.at >= at && other.at < at + spanMs).length,
  );
  return Math.max(0, ...counts);
}
