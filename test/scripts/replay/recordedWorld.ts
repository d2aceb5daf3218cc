import { zipSync, strToU8 } from 'fflate';
import { AnswerCache } from '../../../src/core/cache/answerCache.ts';
import { createClient, type Client, type Parts } from '../../../src/core/client.ts';
import { Journal } from '../../../src/core/journal/journal.ts';
import type { CircuitState, JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { journalHead, journalLine } from '../../../src/core/journal/journalLine.ts';
import type { Clock } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Ask } from '../../../src/core/model/layer.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { adaptiveLimits, questionTimeMs } from '../../../src/core/resilience/adaptiveLimits.ts';
import { circuitKey, Circuits } from '../../../src/core/resilience/circuits.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { Activity } from '../../../src/core/status/activity.ts';
import { bundleOf, unzipped, type Bundle } from '../../../scripts/replay/bundle/readBundle.ts';
import type { BundleSettings } from '../../../scripts/replay/bundle/bundleSettings.ts';
import { SeededClock } from '../../simulation/seededClock.ts';
import { ask, targetOf, type QuestionChanges } from '../../support/scripted.ts';

const times = { connectMs: 2_000, firstTokenMs: 6_000, idleMs: 3_000, totalMs: 25_000 };

/** The settings of a world, with short times so that a schedule sees several of them. */
export const worldSettings: BundleSettings = {
  targets: [targetOf('first'), targetOf('second')],
  timeouts: { inline: times, quick: times, standard: times, long: times, brief: times },
  retry: { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 },
  circuitBreaker: { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 },
  rateLimit: { requestsPerMinute: 60, tokensPerMinute: 90_000, concurrent: 5 },
  fallback: { onRefusal: 'tell' },
  hedge: false,
  cache: { ttlMs: 3_600_000, maxEntries: 100, similarThreshold: 1 },
  budget: { onExceeded: 'degrade' },
};

/** A window that asks scripted servers and keeps a journal, as the product does. */
export interface RecordedWorld {
  readonly clock: SeededClock;
  readonly window: Clock;
  readonly circuits: Circuits;
  readonly client: Client;
  /** Asks a question in so many ms. */
  readonly askIn: (delayMs: number, asked?: WorldQuestion) => void;
  /** Plays all to its end, and gives the bundle that the window would export. */
  readonly bundle: () => Promise<Bundle>;
}

export interface WorldQuestion extends QuestionChanges {
  readonly cancelAfterMs?: number | undefined;
}

export interface WorldParts {
  readonly seed?: number;
  readonly settings?: Partial<BundleSettings>;
  /** How each target is asked, by its id. */
  readonly servers: (clock: SeededClock) => Readonly<Record<string, Ask>>;
  /** What of its client differs; made for its clock. */
  readonly parts?: (window: Clock) => Partial<Parts>;
}

export function recordedWorld({
  seed = 1,
  settings: more = {},
  servers,
  parts = () => ({}),
}: WorldParts): RecordedWorld {
  const settings = { ...worldSettings, ...more };
  const clock = new SeededClock(seed);
  const window = clock.of('window', 5e5);
  const circuits = new Circuits(window, () => settings.circuitBreaker);
  const activity = new Activity(window);
  const entries: JournalEntry[] = [];
  const journal = new Journal({
    clock: window,
    workspace: () => 'w1',
    costOf: () => undefined,
    savingsOf: () => [],
    circuitOf: id => stateOf(settings.targets, circuits, id),
    sink: { append: entry => entries.push(entry) },
  });
  enterTransitions(journal, { circuits, window, targets: settings.targets });
  const asks = servers(clock);
  const limits: Parts['limits'] = (target, taskClass) =>
    adaptiveLimits(settings.timeouts[taskClass], target, activity.p95FirstTokenMs(target.id));
  const client = createClient({
    ...{ clock: window, circuits, limits, hash: text => text },
    sources: settings.targets.map(target => ({ target, ask: asks[target.id] ?? (() => new Promise(() => undefined)) })),
    limiters: new Limiters(window, () => settings.rateLimit),
    answers: new AnswerCache(window, () => settings.cache),
    redaction: { scan: async () => [], enabled: () => false },
    judgement: { parse: async () => ({ verdict: 'unknown' }) },
    observers: [activity, journal.observer],
    barred: () => undefined,
    retrying: () => settings.retry,
    caching: () => true,
    asksOnRefusal: () => settings.fallback.onRefusal === 'askNext',
    hedgeAfterMs: ({ id }) => (settings.hedge ? (activity.p95FirstTokenMs(id) ?? Infinity) : undefined),
    ...parts(window),
  });
  const totalMs = (): number => {
    const limits = settings.timeouts.standard;
    const [first, ...others] = settings.targets;
    const own = first && adaptiveLimits(limits, first, activity.p95FirstTokenMs(first.id));
    return questionTimeMs(limits, own, others.length > 0);
  };
  let ids = 0;
  const put = ({ cancelAfterMs, ...changes }: WorldQuestion): void => {
    ids += 1;
    const until = window.now() + totalMs();
    const { question, stop } = ask({ id: `request-${ids}`, words: `words ${ids}`, until, watched: true, ...changes });
    if (cancelAfterMs !== undefined) clock.after(cancelAfterMs, () => stop.abort(new Failure('cancelled')));
    client.ask(question).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
  };
  return {
    ...{ clock, window, circuits, client },
    askIn: (delayMs, asked = {}) => void clock.after(delayMs, () => put(asked)),
    bundle: async () => {
      while (await clock.step());
      journal.settle();
      return zippedBundle(entries, settings);
    },
  };
}

function stateOf(targets: readonly Target[], circuits: Circuits, id: string): CircuitState {
  const target = targets.find(each => each.id === id);
  return target ? circuits.of(target).state.is : 'closed';
}

function enterTransitions(
  journal: Journal,
  { circuits, window, targets }: { circuits: Circuits; window: Clock; targets: readonly Target[] },
): void {
  const states = new Map<string, CircuitState>();
  circuits.onDidTransit((key, { state }) => {
    const target = targets.find(each => circuitKey(each) === key);
    const before = states.get(key) ?? 'closed';
    states.set(key, state.is);
    if (target && before !== state.is)
      journal.add({ kind: 'circuit', at: window.wall(), target: target.id, before, after: state.is });
  });
}

/** What the export writes. */
export const bundleFiles = (entries: readonly JournalEntry[], settings: BundleSettings): Record<string, string> => ({
  'bundle.json': JSON.stringify({
    bundle: 'steadfast',
    format: 1,
    madeAt: '2026-11-30T08:00:00.000Z',
    version: '1.0.0',
  }),
  'settings.json': JSON.stringify({
    ...settings,
    targets: settings.targets.map(({ baseUrl: _baseUrl, parameters: _parameters, keyNames, ...target }) => ({
      ...target,
      keys: keyNames?.length ?? 1,
    })),
  }),
  'journal.jsonl': [journalHead, ...entries.toSorted((one, other) => one.at - other.at).map(journalLine), ''].join(
    '\n',
  ),
  'log.txt': 'whatever',
});

export const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 1 }),
  );

/** The bundle as a replay reads it: written, packed, unpacked and read. */
export const zippedBundle = (entries: readonly JournalEntry[], settings: BundleSettings): Bundle =>
  bundleOf(unzipped(zipOf(bundleFiles(entries, settings))));
