import type { Bundle } from '../../../scripts/replay/bundle/readBundle.ts';
import { Failure, type FailureDetails, type FailureKind } from '../../../src/core/model/failure.ts';
import { unlessAborted, type Clock } from '../../../src/core/model/clock.ts';
import type { Ask } from '../../../src/core/model/layer.ts';
import type { Price } from '../../../src/core/model/target.ts';
import { Ledger } from '../../../src/core/budget/ledger.ts';
import type { SeededClock } from '../../simulation/seededClock.ts';
import { InMemoryLog } from '../../support/logs/inMemoryLog.ts';
import { answerOf, targetOf } from '../../support/scripted.ts';
import { recordedWorld, worldSettings, type RecordedWorld, type WorldParts } from './recordedWorld.ts';

/** What a server does with a request: answers after so many ms, fails, or stays silent. */
type Act = number | 'hangs' | (FailureDetails & { readonly fails: FailureKind; readonly afterMs?: number });

/** A server that plays its acts one after another, the last one for ever. */
const server =
  (id: string, ...acts: readonly Act[]) =>
  (clock: SeededClock): Ask => {
    let calls = 0;
    return async question => {
      const act = acts[Math.min(calls, acts.length - 1)] ?? 100;
      calls += 1;
      question.onEvent?.({ kind: 'connected' });
      question.onEvent?.({ kind: 'sent' });
      if (act === 'hangs') return unlessAborted(new Promise(() => undefined), question.signal);
      if (typeof act === 'number') {
        await unlessAborted(clock.sleep(act), question.signal);
        question.onEvent?.({ kind: 'text', text: 'hello' });
        await unlessAborted(clock.sleep(50), question.signal);
        return answerOf(id, 'hello');
      }
      const { fails, afterMs = 40, ...details } = act;
      await unlessAborted(clock.sleep(afterMs), question.signal);
      throw new Failure(fails, { target: id, ...details });
    };
  };

/** A window with two servers. */
function house(first: readonly Act[], second: readonly Act[] = [100], more: Partial<WorldParts> = {}): RecordedWorld {
  const servers: WorldParts['servers'] = clock => ({
    first: server('first', ...first)(clock),
    second: server('second', ...second)(clock),
  });
  return recordedWorld({ servers, ...more });
}

const times = (count: number, act: Act): readonly Act[] => Array.from({ length: count }, () => act);
const down: Act = { fails: 'server', status: 500 };

/** So many questions, each so long after the one before. */
function asked(world: RecordedWorld, count: number, everyMs: number): RecordedWorld {
  for (let at = 0; at < count; at += 1) world.askIn(1_000 + at * everyMs);
  return world;
}

/** A budget of so many tokens a day. */
const ledgerOf = (dayTokens: number, clock: Clock): Ledger =>
  new Ledger({
    ...{ log: new InMemoryLog().window(), clock, dayOf: () => '2026-01-01', newId: () => crypto.randomUUID() },
    limits: () => ({ dayTokens, monthTokens: 0, monthUsd: 0 }),
  });

/** Incidents as users meet them, each as the bundle that was exported after it. */
export const scenarios: Readonly<Record<string, () => Promise<Bundle>>> = {
  'the first choice is down, its circuit opens, and it recovers': () =>
    asked(house([...times(14, down), 100]), 30, 2_000).bundle(),
  'nobody answers, and one is tried early': () =>
    asked(house([...times(20, down), 100], [...times(20, down), 100]), 20, 3_000).bundle(),
  'one server alone fails now and then, and is asked again': () =>
    asked(
      house([down, 100, 100, down, down, 100], [100], { settings: { targets: [targetOf('first')] } }),
      8,
      5_000,
    ).bundle(),
  'a rate limit is told with how long it lasts': () =>
    asked(house([{ fails: 'rate-limited', status: 429, retryAfterMs: 20_000 }, 100]), 12, 4_000).bundle(),
  'a rate limit is told without how long': () =>
    asked(house([{ fails: 'rate-limited', status: 429 }, 100]), 8, 2_000).bundle(),
  'a short wait is waited for': () =>
    asked(house([{ fails: 'rate-limited', status: 429, retryAfterMs: 1_500 }, 100]), 3, 4_000).bundle(),
  'credit is used up, and bought again': async () => {
    const world = house([{ fails: 'quota', status: 429 }, 100]);
    world.clock.after(30_000, () => world.circuits.cooldowns.open(targetOf('first')));
    return asked(world, 10, 5_000).bundle();
  },
  'a key is rejected': () => asked(house([{ fails: 'auth', status: 401, sent: 'no' }, 100]), 6, 5_000).bundle(),
  'the first one is silent, and the next one answers': () => asked(house(times(3, 'hangs')), 6, 9_000).bundle(),
  'a second one is asked beside a slow first one': () =>
    asked(house([...times(12, 80), 1_500, 80, 'hangs', 80], [100], { settings: { hedge: true } }), 18, 3_000).bundle(),
  'a server forbids to ask again': () => asked(house([{ ...down, noRetry: true }, 100]), 3, 5_000).bundle(),
  'the machine is offline': () =>
    asked(house([{ fails: 'unreachable', sent: 'no' }], [{ fails: 'unreachable', sent: 'no' }]), 4, 5_000).bundle(),
  'an answer is remembered': async () => {
    const world = house([100]);
    world.askIn(0, { words: 'the same' });
    world.askIn(5_000, { words: 'the same' });
    world.askIn(9_000, { words: 'the same', fresh: true });
    return world.bundle();
  },
  'nobody answers, and an older answer stands in': async () => {
    const world = house([100, ...times(20, down)], [down], {
      settings: { cache: { ...worldSettings.cache, ttlMs: 1_000 } },
    });
    world.askIn(0, { words: 'the same', offline: false });
    world.askIn(60_000, { words: 'the same', offline: false });
    return world.bundle();
  },
  'nobody answers, and the editor says what it knows': () => asked(house([down], [down]), 2, 60_000).bundle(),
  'a user does not want to wait': async () => {
    const world = house(['hangs', 2_000, 100]);
    world.askIn(0, { cancelAfterMs: 700 });
    world.askIn(3_000, { cancelAfterMs: 2_010 });
    world.askIn(9_000, { onPassOver: listener => world.clock.after(1_500, listener) });
    world.askIn(9_000);
    return world.bundle();
  },
  'a user pauses a model': async () => {
    const world = house([100]);
    world.clock.after(2_500, () => world.circuits.of(targetOf('first')).pause());
    world.clock.after(12_500, () => world.circuits.reset(targetOf('first')));
    return asked(world, 10, 2_000).bundle();
  },
  'the budget of the day is gone': async () => {
    const paid: Price = { input: 1, output: 1 };
    const free: Price = { input: 0, output: 0 };
    const targets = [targetOf('first', { price: paid }), targetOf('second', { price: free })];
    const world = house([100], [100], {
      settings: { targets },
      parts: window => ({
        budget: {
          ledger: ledgerOf(9_000, window),
          workspace: () => 'w1',
          priceOf: ({ price }) => price,
          onExceeded: () => 'degrade',
          upperFactor: () => 1,
        },
      }),
    });
    const sampling = { temperature: 0, maxOutputTokens: 4_000 };
    for (const at of [0, 10, 20, 5_000]) world.askIn(at, { sampling });
    return world.bundle();
  },
  'a prompt is too long for the first one': () =>
    asked(house([{ fails: 'context-too-long', status: 400, sent: 'no' }]), 2, 5_000).bundle(),
  'a small limit of requests holds questions back': () =>
    asked(
      house([100], [100], {
        settings: { rateLimit: { requestsPerMinute: 3, tokensPerMinute: 90_000, concurrent: 1 } },
      }),
      8,
      700,
    ).bundle(),
};
