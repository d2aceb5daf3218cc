import type { Ledger } from '../../../src/core/budget/ledger.ts';
import { AnswerCache } from '../../../src/core/cache/answerCache.ts';
import type { Likeness } from '../../../src/core/cache/likeness.ts';
import { createClient, type Client, type Parts, type Source } from '../../../src/core/client.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { AttemptNote, Note } from '../../../src/core/model/note.ts';
import type { Ports } from '../../../src/core/model/provider.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { sha256 } from '../../../src/libraries/sha256.ts';
import { findProvider } from '../../../src/providers/all.ts';
import { testKey } from '../../providers/asking.ts';
import { openBlackhole } from '../server/blackhole.ts';
import { startFaultServer, type FaultServer, type Serve } from '../server/faultServer.ts';
import { askOn, type StagedQuestion } from './askOn.ts';
import type { QuestionChanges } from '../../support/scripted.ts';
import { budgetOf } from './budgetOf.ts';
import { LeapingClock } from './leapingClock.ts';
import { healthy } from './replies.ts';
import type { Setting, FaultWorld } from './setting.ts';
import { secondTarget, targetOn } from './targets.ts';
import { breakerThreshold } from './weightAgainst.ts';
import { wireOf, type Wire, type AdapterName } from './wires.ts';

const unlimited = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };

/** What the class 'standard' allows one attempt, ms. */
export const limits = { connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 };
const standardTotalMs = 35_000;

export interface StageOptions {
  readonly row: Setting;
  readonly wire: AdapterName;
  /** Which target comes after the one that the row is about. */
  readonly second?: 'backup' | 'neighbour';
  readonly parts?: Partial<Parts>;
}

/** The whole client over the real providers, and real servers on the other side. */
export interface FaultStage {
  readonly clock: LeapingClock;
  readonly wire: Wire;
  readonly target: Target;
  /** The server of the row; undefined: there is none. */
  readonly server: FaultServer | undefined;
  readonly backup: FaultServer | undefined;
  readonly client: Client;
  readonly circuits: Circuits;
  /** What was spent; undefined: the row's world has no budget. */
  readonly ledger: Ledger | undefined;
  /** Which targets' answers were remembered. */
  readonly remembered: readonly string[];
  ask(more?: QuestionChanges): StagedQuestion;
  /** Attempts at the row's target, in order. */
  attempts(notes: readonly Note[]): readonly AttemptNote[];
  end(): Promise<void>;
}

export async function openFaultStage({ row, wire: name, second, parts }: StageOptions): Promise<FaultStage> {
  const { world = {} } = row;
  const clock = new LeapingClock(world);
  const onStir = () => clock.stir();
  const wire = wireOf(name);
  const serve = (row.serve ?? healthy)(wire, clock);
  const server = await serverOf(row, serve, onStir);
  const blackhole = row.server === 'blackhole' ? await openBlackhole() : undefined;
  const port = server?.port ?? blackhole?.port ?? (await closedPort());
  const target = targetOn('target', { wire, port }, row.target?.({ port, wire: name }));
  const backup = second && (await startFaultServer({ serve: healthy(wireOf('openai'), clock), onStir }));
  const next = second && secondTarget(second, backup?.port ?? 0, target);
  const circuits = new Circuits(clock, () => ({
    ...breakerOptions,
    failureThreshold: world.failureThreshold ?? breakerThreshold,
  }));
  const remembered: string[] = [];
  const budget = world.budget && budgetOf(clock, world.budget);
  const client = createClient({
    clock,
    circuits,
    limiters: new Limiters(clock, () => world.rates ?? unlimited),
    hash: world.similarity === undefined ? text => text : sha256, // whose digests have no blanks
    sources: [target, ...(next ? [next] : [])].map(one =>
      sourceOf(one, { clock, key: keysOf(world), ...(world.fetch && one === target && { fetch: world.fetch }) }),
    ),
    answers: new Watched(clock, remembered),
    redaction: { scan: async () => [], enabled: () => true },
    judgement: { parse: async () => ({ verdict: 'unknown' }) },
    observers: [],
    barred: () => undefined,
    limits: () => limits,
    retrying: () => ({ maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 }),
    caching: () => true,
    ...similarityOf(world),
    ...(budget && { budget }),
    ...parts,
  });
  return {
    clock,
    wire,
    target,
    server,
    backup,
    client,
    circuits,
    ledger: budget?.ledger,
    remembered,
    ask: more =>
      askOn(client, clock, {
        totalMs: world.totalMs ?? standardTotalMs,
        words: ' '.repeat(world.words ?? 0),
        ...row.question,
        ...more,
      }),
    attempts: notes => notes.filter(note => note.kind === 'attempt' && note.target === target.id) as AttemptNote[],
    async end() {
      await Promise.all([server?.stop(), backup?.stop(), blackhole?.stop()]);
    },
  };
}

const breakerOptions = {
  windowMs: 86_400_000,
  recoveryMs: 60_000,
  maxRecoveryMs: 300_000,
};

async function serverOf({ server }: Setting, serve: Serve, onStir: () => void): Promise<FaultServer | undefined> {
  return server === 'none' || server === 'blackhole' ? undefined : startFaultServer({ serve, onStir, ...server });
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = await startFaultServer({ serve: () => undefined });
  await server.stop();
  return server.port;
}

function keysOf({ keys = [testKey] }: FaultWorld): () => Promise<string | undefined> {
  let calls = 0;
  return async () => keys[Math.min(calls++, keys.length - 1)];
}

const similarityOf = ({ similarity }: FaultWorld): Pick<Parts, 'similarity'> =>
  similarity === undefined ? {} : { similarity: () => similarity };

function sourceOf(target: Target, ports: Ports): Source {
  const provider = findProvider(target.provider);
  if (!provider) throw new Error(`No provider ${target.provider}`);
  return { target, ask: provider.createAsk(target, ports) };
}

class Watched extends AnswerCache {
  readonly #remembered: string[];

  constructor(clock: LeapingClock, remembered: string[]) {
    super(clock, () => ({ maxEntries: 100, ttlMs: 3_600_000 }));
    this.#remembered = remembered;
  }

  override remember(key: string, answer: Answer, likeness?: () => Likeness | undefined): void {
    this.#remembered.push(answer.from);
    super.remember(key, answer, likeness);
  }
}
