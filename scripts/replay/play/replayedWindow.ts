import { createClient, type Client, type Parts, type Source } from '../../../src/core/client.ts';
import { AnswerCache } from '../../../src/core/cache/answerCache.ts';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { Journal } from '../../../src/core/journal/journal.ts';
import type { Clock } from '../../../src/core/model/clock.ts';
import { ofKey, type Target, withEachKey } from '../../../src/core/model/target.ts';
import { adaptiveLimits, questionTimeMs } from '../../../src/core/resilience/adaptiveLimits.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { Limiters, type RateLimit } from '../../../src/core/resilience/limiters.ts';
import { restAfter } from '../../../src/core/resilience/restAfter.ts';
import { recordedRoute } from './recordedRoute.ts';
import { Activity } from '../../../src/core/status/activity.ts';
import type { TimeLimits } from '../../../src/interaction/settings/timeLimits.ts';
import { sha256 as hash } from '../../../src/libraries/sha256.ts';
import type { BundleSettings } from '../bundle/bundleSettings.ts';
import type { Bars } from '../record/bars.ts';
import type { FirstCooldown } from '../record/firstCooldowns.ts';
import type { Rests } from '../record/rests.ts';
import type { RecordedQuestion } from '../record/recordedQuestion.ts';
import { Delays } from './delays.ts';
import { recordedSource, type SourceParts } from './recordedSource.ts';
import { Room } from './room.ts';
import { scriptedBudget } from './scriptedLedger.ts';
import { taskClassOf } from './questionOf.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What a replayed window is made from. */
export interface ReplayedWindowParts {
  readonly time: VirtualTime;
  readonly settings: BundleSettings;
  readonly rests: Rests;
  readonly bars: Bars;
  /** Was there any way out at a moment, wall-clock ms? */
  readonly hasNetwork: (at: number) => boolean;
  /** How late timers are of which nothing is recorded, ms; more than 0. */
  readonly lateMs: number;
  readonly onEntry: (entry: JournalEntry) => void;
  /** Breaks something on purpose, to see that it is noticed. Default: nothing. */
  readonly changed?: ((parts: Parts) => Parts) | undefined;
}

/** What of a question its client needs to know. */
export interface Script extends Pick<SourceParts, 'recorded' | 'onExtra' | 'nextChange'> {
  /** About how many tokens it takes. */
  readonly tokens: number;
}

const unlimited: RateLimit = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };
/** A timer strikes when the journal tells of something, if that is no later than a busy process is, ms. */
const latenessMs = 50;

/** What outlives a question, as in a window: circuits, limits, memory, and how long targets took. */
export class ReplayedWindow {
  readonly circuits: Circuits;
  readonly answers: AnswerCache;
  readonly journal: Journal;
  readonly #parts: ReplayedWindowParts;
  readonly #clock: Clock;
  readonly #limiters: Limiters;
  readonly #activity: Activity;
  /** Whose attempt has ended last: a circuit that opens is its. */
  #latest = '';
  #keptAt: number | undefined;

  constructor(parts: ReplayedWindowParts) {
    const { time, settings } = parts;
    this.#parts = parts;
    this.#clock = time.clock({ random: () => this.#restChance() });
    this.circuits = new Circuits(
      this.#clock,
      () => settings.circuitBreaker,
      () => parts.hasNetwork(time.wall),
    );
    this.#limiters = new Limiters(this.#clock, ({ loopback }) => (loopback ? unlimited : settings.rateLimit));
    this.#activity = new Activity(this.#clock);
    this.answers = new AnswerCache({ ...this.#clock, wall: () => this.#keptAt ?? time.wall }, () => settings.cache);
    this.journal = new Journal({
      clock: this.#clock,
      workspace: () => '',
      costOf: () => undefined,
      savingsOf: () => [],
      circuitOf: id => this.#targetOf(id, ({ is }) => is) ?? 'closed',
      sink: { append: parts.onEntry },
    });
  }

  /** Remembers an answer as of that moment, wall-clock ms. */
  remember(at: number, ...given: Parameters<AnswerCache['remember']>): void {
    this.#keptAt = at;
    this.answers.remember(...given);
    this.#keptAt = undefined;
  }

  /** What held targets back when it began. */
  holdBack(cooldowns: ReadonlyMap<string, FirstCooldown>): void {
    const { settings, time } = this.#parts;
    for (const [id, { because, until }] of cooldowns) {
      const target = settings.targets.find(each => each.id === id);
      const owner = because === 'cooling-down' ? target?.id : target?.origin;
      if (!target || owner === undefined) continue;
      const cooldown = { because, until: until - time.beganAt + 1 };
      for (const each of withEachKey(target)) this.circuits.cooldowns.adopt(ofKey(owner, each), cooldown);
    }
  }

  /** How long a question may take, as the product reckons it. */
  totalMs(recorded: RecordedQuestion): number {
    const { settings, bars } = this.#parts;
    const limits = settings.timeouts[taskClassOf(recorded)];
    const allowed = settings.targets.filter(({ id }) => bars.of(id, recorded.entry) === undefined);
    const [first, ...others] = allowed;
    return questionTimeMs(limits, first && this.#adapted(limits, first), others.length > 0);
  }

  /** A client for one question, around what outlives it. */
  clientFor(script: Script): Client {
    const { settings, bars, lateMs, time, changed = parts => parts } = this.#parts;
    const { recorded } = script;
    const delays = new Delays(recorded, settings.retry);
    const clock = time.clock({
      random: () => delays.random(),
      strikesAt: at => struckAt(at, recorded.moments, lateMs),
    });
    const limits: Parts['limits'] = (target, taskClass) => this.#adapted(settings.timeouts[taskClass], target);
    const room = new Room(recorded, { limiters: this.#limiters, tokens: script.tokens });
    return createClient(
      changed({
        ...{ clock, hash, limits, circuits: this.circuits, limiters: this.#limiters, answers: this.answers },
        sources: settings.targets.map(target => this.#source(target, script, delays)),
        route: recordedRoute(recorded.entry),
        budget: scriptedBudget(recorded, clock, settings),
        room: { windowOf: target => room.windowOf(target), upperFactor: () => 1 },
        redaction: { scan: () => Promise.resolve([]), enabled: () => false },
        judgement: { parse: () => Promise.resolve({ verdict: 'unknown' }) },
        observers: [
          { noted: (_id, note) => (delays.heard(note), note.kind === 'attempt' && (this.#latest = note.target)) },
          this.#activity,
          this.journal.observer,
        ],
        barred: ({ id }) => bars.of(id, recorded.entry),
        retrying: () => settings.retry,
        caching: () => recorded.entry.cache !== 'off',
        similarity: () => (recorded.entry.cache === 'similar' ? settings.cache.similarThreshold : 1),
        asksOnRefusal: () => settings.fallback.onRefusal === 'askNext',
        hedgeAfterMs: target => this.#hedgeAfterMs(target, recorded),
      }),
    );
  }

  #source(target: Target, script: Script, delays: Delays): Source {
    const { settings, time } = this.#parts;
    const ask = recordedSource(target.id, {
      ...script,
      time,
      limits: settings.timeouts[taskClassOf(script.recorded)],
      onAsked: (id, { alternatives }) => delays.asked(id, alternatives),
    });
    const keyed = withEachKey(target);
    return { target, ask, ...(keyed.length > 1 && { keyed: keyed.map(each => ({ target: each, ask })) }) };
  }

  /** Where too few answers of the journal tell how long a target usually takes, the window may have known it from before. */
  #hedgeAfterMs({ id }: Target, { entry }: RecordedQuestion): number | undefined {
    if (!this.#parts.settings.hedge) return undefined;
    const recordedMs = entry.decisions.find(({ kind, other }) => kind === 'hedged' && other === id)?.ms;
    return this.#activity.p95FirstTokenMs(id) ?? recordedMs ?? Infinity;
  }

  #adapted(limits: TimeLimits, target: Target): TimeLimits {
    return adaptiveLimits(limits, target, this.#activity.p95FirstTokenMs(target.id));
  }

  #targetOf<T>(id: string, look: (state: ReturnType<Circuits['of']>['state']) => T): T | undefined {
    const target = this.#parts.settings.targets.find(each => each.id === id);
    return target && look(this.circuits.of(target).state);
  }

  /** The chance that made a rest of a circuit longer than it must be. */
  #restChance(): number {
    const { time, rests, settings } = this.#parts;
    const target = settings.targets.find(({ id }) => id === this.#latest);
    if (!target) return 0.5;
    const restMs = restAfter(this.circuits.of(target).failedProbes, settings.circuitBreaker);
    const overAt = rests.overAt({ target: target.id, openedAt: time.wall, restMs });
    return Math.min(0.999_999, Math.max(0, (overAt - time.wall - restMs) / (restMs * restJitter)));
  }
}

/** As in the core. */
const restJitter = 0.1;

/**
 * When a timer strikes that is due at this moment: a real one is late, and where something followed from it that was recorded. Never
 * at once, or one that waits for the rest of a millisecond would wait for ever.
 */
function struckAt(dueAt: number, moments: readonly number[], lateMs: number): number {
  const recorded = moments.find(moment => moment >= dueAt - 1);
  return recorded !== undefined && recorded <= dueAt + latenessMs ? Math.max(dueAt, recorded) : dueAt + lateMs;
}
