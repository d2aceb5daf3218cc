import { AnswerCache } from '../../src/core/cache/answerCache.ts';
import { createClient, type Client } from '../../src/core/client.ts';
import { InMemoryLog } from '../support/logs/inMemoryLog.ts';
import { SharedCircuits } from '../../src/core/resilience/sharedCircuits.ts';
import type { Clock } from '../../src/core/model/clock.ts';
import type { QuestionRecord } from '../../src/core/model/questionRecord.ts';
import { Circuits } from '../../src/core/resilience/circuits.ts';
import { Limiters } from '../../src/core/resilience/limiters.ts';
import { diskLog } from './diskLog.ts';
import { isInnocent, type Schedule } from './schedule.ts';
import { SeededClock } from './seededClock.ts';
import { Server } from './server.ts';

/** Short rests, so that a schedule sees several of them. */
export const breakerOptions = { failureThreshold: 3, windowMs: 60_000, recoveryMs: 10_000, maxRecoveryMs: 40_000 };

/** One window of the editor. */
export interface Window {
  readonly clock: Clock;
  readonly circuits: Circuits;
  readonly limiters: Limiters;
  readonly shared: SharedCircuits;
  readonly client: Client;
}

/** One machine with two windows, and the servers that they ask. */
export interface World {
  readonly clock: SeededClock;
  readonly servers: readonly Server[];
  readonly windows: readonly [Window, Window];
  /** Every question's story, as it was written. */
  readonly journal: QuestionRecord[];
  /** What must never be, and was. */
  readonly broken: string[];
}

export function createWorld(schedule: Schedule): World {
  const clock = new SeededClock(schedule.chance);
  const servers = schedule.servers.map((acts, at) => new Server(`server-${at}`, clock, acts));
  const world = { clock, servers, journal: [], broken: [] };
  const on = { world, schedule, machine: new InMemoryLog() };
  const windows = [openWindow(0, on), openWindow(1, on)] as const;
  for (const [at, acts] of schedule.servers.entries())
    if (acts.every(isInnocent)) watchHealthy(servers[at], windows, world);
  return { ...world, windows };
}

/** What the windows of one machine stand on. */
interface Ground {
  readonly world: Omit<World, 'windows'>;
  readonly schedule: Schedule;
  /** What they share. */
  readonly machine: InMemoryLog;
}

function openWindow(at: number, { world, schedule, machine }: Ground): Window {
  const clock = world.clock.of(`window-${at}`, at * 1e6);
  const circuits = new Circuits(clock, () => breakerOptions);
  const limiters = new Limiters(clock, () => schedule.rate);
  const log = diskLog(machine.window(), world.clock, schedule.slowestDiskMs);
  let ids = 0;
  const shared = new SharedCircuits({ clock, log, circuits, limiters, newId: () => `${at}-${(ids += 1)}` });
  /** Whose next request tries again, as far as this window is in the middle of that. */
  const claimed = new Set<string>();
  for (const { target } of world.servers) {
    const circuit = circuits.of(target);
    circuit.onDidChange(() => circuit.state.is !== 'half-open' && claimed.delete(target.id));
  }
  const client = createClient({
    clock,
    hash: text => text,
    sources: world.servers.map(server => ({
      target: server.target,
      ask: server.askedBy(
        at,
        () => circuits.of(server.target).state.is === 'half-open' && claimed.delete(server.target.id),
      ),
    })),
    circuits,
    limiters,
    catchUp: () => shared.catchUp(),
    claim: async (target, signal) => {
      const release = await shared.claim(target, signal);
      claimed.add(target.id); // whether it was granted or not: who goes on all the same must be seen
      return release;
    },
    answers: new AnswerCache(clock, () => ({ maxEntries: 100, ttlMs: 3_600_000 })),
    redaction: { scan: async () => [], enabled: () => true },
    judgement: { parse: async () => ({ verdict: 'unknown' }) },
    observers: [{ ended: record => world.journal.push(record) }],
    barred: () => undefined,
    limits: () => ({ connectMs: 2_000, firstTokenMs: 6_000, idleMs: 3_000 }),
    retrying: () => ({ maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 }),
    caching: () => schedule.caching,
    hedgeAfterMs: () => schedule.hedgeAfterMs,
  });
  return { clock, circuits, limiters, shared, client };
}

function watchHealthy(
  server: Server | undefined,
  windows: readonly Window[],
  { broken, clock }: Omit<World, 'windows'>,
): void {
  if (!server) return;
  for (const [at, { circuits }] of windows.entries()) {
    const circuit = circuits.of(server.target);
    circuit.onDidChange(() => {
      if (circuit.state.is === 'open' && !circuit.admits)
        broken.push(`the circuit of the healthy ${server.target.id} opened in window ${at} at ${clock.now}`);
    });
  }
}
