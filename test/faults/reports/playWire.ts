import { assistances } from '../../../src/assist/tasks/all.ts';
import { createQuestion } from '../../../src/assist/createQuestion.ts';
import { AnswerCache } from '../../../src/core/cache/answerCache.ts';
import { createClient, type Client, type Source } from '../../../src/core/client.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { AttemptNote, Note } from '../../../src/core/model/note.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { parse } from '../../../src/libraries/parseCode.ts';
import { sha256 } from '../../../src/libraries/sha256.ts';
import { findProvider } from '../../../src/providers/all.ts';
import { contextOf } from '../../assist/context.ts';
import { testKey } from '../../providers/asking.ts';
import { startFaultServer } from '../server/faultServer.ts';
import { LeapingClock } from '../stage/leapingClock.ts';
import { limits } from '../stage/faultStage.ts';
import { targetOn } from '../stage/targets.ts';
import { wireOf } from '../stage/wires.ts';
import { badServer, goodServer } from './badServer.ts';
import type { WireCase, WireExpected } from './reportCase.ts';

/** What came of a case, under the names of what is expected. */
export type WireSeen = { readonly [Name in keyof WireExpected]-?: unknown };

const standardTotalMs = 35_000;

/** Plays a case with the real client and the real providers over real sockets. */
export async function playWire(report: WireCase): Promise<WireSeen> {
  const clock = new LeapingClock();
  const onStir = () => clock.stir();
  const bad = await startFaultServer({ serve: badServer(report, clock), onStir });
  const good = await startFaultServer({ serve: goodServer(), onStir });
  try {
    const chain = chainOf(report, { bad: bad.port, good: good.port });
    const client = clientOf(chain, clock);
    let last: Played = { shown: '', notes: [], outcome: undefined };
    for (let asked = 0; asked < (report.questions ?? 1); asked += 1) last = await askOnce(report, client, clock);
    return { ...seenOf(last), requestsToA: requestsTo(chain.length, bad.requests, report) };
  } finally {
    await Promise.all([bad.stop(), good.stop()]);
  }
}

const requestsTo = (_targets: number, requests: readonly { body: string }[], { chain }: WireCase): number =>
  requests.filter(({ body }) => chain !== 'same-origin' || body.includes('"model-a"')).length;

function chainOf(
  { provider, chain, path = '/v1', auth }: WireCase,
  ports: { bad: number; good: number },
): readonly Target[] {
  const wire = wireOf(provider === 'anthropic' ? 'anthropic' : 'openai');
  const baseUrl = `http://127.0.0.1:${ports.bad}${provider === 'anthropic' ? '' : path}`;
  const first = targetOn(
    'A',
    { wire, port: ports.bad },
    { provider, baseUrl, model: 'model-a', ...(auth && { auth }) },
  );
  if (chain === 'alone') return [first];
  if (chain === 'same-origin') return [first, { ...first, id: 'B', label: 'B', model: 'model-b' }];
  return [first, targetOn('B', { wire: wireOf('openai'), port: ports.good }, { model: 'model-b' })];
}

const unlimited = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };

/** The real client, with this chain. */
export function clientOf(chain: readonly Target[], clock: LeapingClock): Client {
  const sourceOf = (target: Target): Source => {
    const provider = findProvider(target.provider);
    if (!provider) throw new Error(`no provider ${target.provider}`);
    return { target, ask: provider.createAsk(target, { clock, key: async () => testKey }) };
  };
  return createClient({
    clock,
    hash: sha256,
    sources: chain.map(sourceOf),
    circuits: new Circuits(clock, () => ({
      failureThreshold: 5,
      windowMs: 60_000,
      recoveryMs: 60_000,
      maxRecoveryMs: 300_000,
    })),
    limiters: new Limiters(clock, () => unlimited),
    answers: new AnswerCache(clock, () => ({ maxEntries: 100, ttlMs: 3_600_000 })),
    redaction: { scan: async () => [], enabled: () => true },
    judgement: { parse },
    observers: [],
    barred: () => undefined,
    limits: () => limits,
    retrying: () => ({ maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 }),
    caching: () => true,
  });
}

interface Played {
  /** What was shown while it was written. */
  readonly shown: string;
  readonly notes: readonly Note[];
  readonly outcome: Answer | Failure | undefined;
}

async function askOnce(report: WireCase, client: Client, clock: LeapingClock): Promise<Played> {
  const notes: Note[] = [];
  let shown = '';
  const onEvent = (event: AnswerEvent) => void (shown += event.kind === 'text' ? event.text : '');
  const question = { ...questionOf(report, clock, notes), onEvent };
  const outcome = await clock.runUntil(client.ask(question)).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
  return { shown, notes, outcome };
}

function questionOf(
  { task, input, totalMs = standardTotalMs }: WireCase,
  clock: LeapingClock,
  notes: Note[],
): Question {
  const assistance = assistances.find(one => one.task === task);
  if (!assistance) throw new Error(`no assistance ${task}`);
  const context = contextOf({
    code: 'export const add = (a: number, b: number) => a + b;\n',
    input: 'What?',
    ...input,
  });
  return createQuestion(assistance, context, {
    clock,
    id: 'report',
    scope: 'reports',
    totalMs,
    signal: new AbortController().signal,
    notes: note => void notes.push(note),
  });
}

function seenOf({ shown, notes, outcome }: Played): Omit<WireSeen, 'requestsToA'> {
  const answer = outcome instanceof Failure ? undefined : outcome;
  const attempts = notes.filter((note): note is AttemptNote => note.kind === 'attempt' && note.target === 'A');
  const waits = notes.flatMap(note => (note.kind === 'retry' ? [note.delayMs] : []));
  return {
    answeredBy: answer?.from,
    failure: outcome instanceof Failure ? outcome.kind : undefined,
    firstAttemptAtA: attempts[0]?.outcome,
    text: answer?.text,
    textLacks: answer?.text ?? '',
    shownLacks: shown,
    finish: answer?.finish,
    doubted: answer?.confidence?.tier === 'doubtful',
    atLeastWaitMs: Math.max(0, ...waits),
  };
}
