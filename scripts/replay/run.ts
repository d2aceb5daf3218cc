import type { Parts } from '../../src/core/client.ts';
import type { JournalEntry, QuestionEntry } from '../../src/core/journal/journalEntry.ts';
import { Failure, type FailureKind } from '../../src/core/model/failure.ts';
import type { Question } from '../../src/core/model/question.ts';
import { tokensByBytes } from '../../src/core/prompt/tokens.ts';
import type { Bundle } from './bundle/readBundle.ts';
import { compare, type ExtraAttempt, type QuestionDifference } from './compare.ts';
import { CircuitWatch, type CircuitDifference } from './play/circuitWatch.ts';
import { ReplayedWindow } from './play/replayedWindow.ts';
import { recall } from './play/recall.ts';
import { questionOf } from './play/questionOf.ts';
import { VirtualTime } from './play/virtualTime.ts';
import { Bars } from './record/bars.ts';
import { firstCooldowns } from './record/firstCooldowns.ts';
import { memories, type Memory } from './record/memories.ts';
import { placeOf } from './record/placeOf.ts';
import type { RecordedQuestion } from './record/recordedQuestion.ts';
import { Rests } from './record/rests.ts';
import type { Sifted } from './record/siftQuestions.ts';
import { circuitStory } from './record/userActs.ts';

export type Difference =
  | ({ readonly kind: 'question'; readonly at: number; readonly id: string } & QuestionDifference)
  | ({ readonly kind: 'circuit' } & CircuitDifference);

/** Breaks something on purpose, to see that it is noticed. */
export interface ReplayOptions {
  readonly changed?: ((parts: Parts) => Parts) | undefined;
}

/** A question takes some dozen steps; one that takes more goes round in circles. */
const mostSteps = { each: 5_000, more: 10_000 };

/** What the journal does not tell of those that did something within the same millisecond. */
export interface Chance {
  /** How late timers are. */
  readonly lateMs: number;
  /** Who begins first of those that began together: who got a place first, or who ended first. */
  readonly first: 'placed' | 'ended';
  /** By how much questions begin before what happens in their millisecond. */
  readonly aheadMs: number;
}

export interface RunOptions extends ReplayOptions {
  readonly chance: Chance;
}

/** Of those of one moment, who tried a target again, found fewer held back, and was first to get a place; entries stand in the order in which they ended. */
const byBeginning = (one: RecordedQuestion, other: RecordedQuestion): number =>
  one.startsAt - other.startsAt ||
  Number(isProbing(other.entry)) - Number(isProbing(one.entry)) ||
  skipsOf(one.entry) - skipsOf(other.entry) ||
  firstMs(one.entry) - firstMs(other.entry);
const skipsOf = ({ decisions }: QuestionEntry): number => decisions.filter(({ kind }) => kind === 'skipped').length;
const isProbing = ({ attempts }: QuestionEntry): boolean =>
  attempts.some(({ circuitBefore }) => circuitBefore === 'half-open');
const firstMs = ({ attempts, tookMs }: QuestionEntry): number =>
  attempts.reduce((first, { startMs }) => Math.min(first, startMs), tookMs);

export interface Recorded extends Pick<Bundle, 'entries' | 'settings'> {
  readonly questions: readonly RecordedQuestion[];
  readonly sifted: Sifted;
  /** Wall-clock ms. */
  readonly beganAt: number;
}

/** One run through a journal. */
export class Run {
  assumedKeys = 0;
  readonly #recorded: Recorded;
  readonly #chance: Chance;
  readonly #time: VirtualTime;
  readonly #window: ReplayedWindow;
  readonly #watch: CircuitWatch;
  readonly #memories: ReadonlyMap<QuestionEntry, Memory>;
  readonly #byEntry: ReadonlyMap<QuestionEntry, RecordedQuestion>;
  readonly #extras = new Map<string, ExtraAttempt>();
  readonly #played = new Map<string, QuestionEntry>();
  readonly #acts: ReturnType<typeof circuitStory>['acts'];

  constructor(recorded: Recorded, { chance, changed }: RunOptions) {
    const { beganAt, entries, questions, settings, sifted } = recorded;
    const asked = questions.map(({ entry }) => entry);
    const rests = new Rests(entries);
    const { acts, expected } = circuitStory(entries, questions);
    this.#recorded = recorded;
    this.#chance = chance;
    this.#acts = acts;
    this.#time = new VirtualTime(beganAt);
    this.#memories = memories(asked);
    this.#byEntry = new Map(questions.map(question => [question.entry, question]));
    this.#window = new ReplayedWindow({
      ...{ time: this.#time, settings, rests, changed, lateMs: chance.lateMs },
      bars: new Bars(asked),
      hasNetwork: networkOf(asked),
      onEntry: entry => this.#enter(entry),
    });
    this.#watch = new CircuitWatch({
      ...{ time: this.#time, circuits: this.#window.circuits, targets: settings.targets, expected },
      isExcused: excuses(sifted, settings.circuitBreaker.windowMs),
      overAt: (target, openedAt) => rests.overAt({ target, openedAt, restMs: 0 }),
    });
  }

  get differences(): readonly Difference[] {
    const circuits = this.#watch.differences.map(each => ({ kind: 'circuit' as const, ...each }));
    return [...circuits, ...this.#recorded.questions.flatMap(question => this.#differenceOf(question) ?? [])];
  }

  async play(): Promise<void> {
    const { beganAt, questions, settings } = this.#recorded;
    const originOf = (id: string) => settings.targets.find(target => target.id === id)?.origin;
    this.#window.holdBack(firstCooldowns(this.#recorded.sifted.replayed, originOf));
    for (const act of this.#acts) this.#time.at(act.at - beganAt, 'world', () => this.#watch.act(act));
    const inOrder = this.#chance.first === 'placed' ? questions.toSorted(byBeginning) : questions;
    for (const question of inOrder)
      this.#time.at(question.startsAt - this.#chance.aheadMs, 'user', () => this.#ask(question));
    await this.#time.run(mostSteps.each * questions.length + mostSteps.more);
    this.#window.journal.settle();
  }

  #enter(entry: JournalEntry): void {
    if (entry.kind === 'question') this.#played.set(entry.id, entry);
  }

  #differenceOf({ entry, key }: RecordedQuestion): Difference | undefined {
    if (this.#recorded.sifted.shared.has(entry)) return undefined;
    const played = this.#played.get(key);
    const found = played
      ? compare(entry, played, this.#extras.get(key))
      : { recorded: 'it ended', now: 'it never ends' };
    return found && { kind: 'question', at: entry.at, id: entry.id, ...found };
  }

  #ask(recorded: RecordedQuestion): void {
    const stop = new AbortController();
    const cancel = (): void => stop.abort(new Failure('cancelled'));
    const question = this.#questionOf(recorded, stop.signal);
    this.#grantKeys(recorded);
    const memory = this.#memories.get(recorded.entry);
    if (memory) recall({ recorded, question, memory }, this.#window, this.#recorded.settings);
    if (recorded.entry.outcome === 'cancelled') this.#time.at(recorded.endsAt, 'user', cancel);
    const client = this.#window.clientFor({
      recorded,
      tokens: tokensByBytes(question.request) + question.request.sampling.maxOutputTokens,
      nextChange: (target, after) => this.#watch.nextChange(target, after),
      onExtra: (target, nth) => {
        this.#extras.set(recorded.key, { target, nth });
        cancel();
      },
    });
    client.ask(question).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error; // a mistake of ours: the process ends with it
    });
  }

  #questionOf(recorded: RecordedQuestion, signal: AbortSignal): Question {
    const giver = this.#memories.get(recorded.entry)?.from;
    const equal = giver && this.#byEntry.get(giver);
    return questionOf(recorded, {
      equal: equal ?? recorded,
      until: this.#time.now + this.#window.totalMs(recorded),
      signal,
      onPassOver: listener => this.#passOver(recorded, listener),
      onExceeded: this.#recorded.settings.budget.onExceeded,
    });
  }

  /** The user does not want to wait for a target when it is recorded so. */
  #passOver({ entry, startsAt }: RecordedQuestion, listener: () => void): () => void {
    const stops = entry.attempts
      .filter(({ outcome }) => outcome === 'passed-over')
      .map(({ startMs, tookMs }) => startsAt + startMs + tookMs)
      .filter(at => at >= this.#time.now)
      .map(at => this.#time.at(at, 'user', listener));
    return () => stops.forEach(stop => stop());
  }

  /** Who was asked although its key was rejected, or its credit gone, has been given another one in between. */
  #grantKeys({ attempts }: RecordedQuestion): void {
    const { cooldowns } = this.#window.circuits;
    for (const target of this.#recorded.settings.targets) {
      const because = cooldowns.of(target)?.because;
      if (!attempts.has(target.id) || (because !== 'credential' && because !== 'quota')) continue;
      cooldowns.open(target);
      this.assumedKeys += 1;
    }
  }
}

/** A network is gone when two servers could not be reached within this time. */
const lostMs = 60_000;
/** How long before a question that found no network the failure was that showed it, at most. */
const shownMs = 10_000;
const unconnected: readonly string[] = [
  'unreachable',
  'connect-timeout',
  'unknown-host',
] satisfies readonly FailureKind[];

/** There was no way out at all while questions were told so that no two servers had shown it to. */
function networkOf(entries: readonly QuestionEntry[]): (at: number) => boolean {
  const spans = entries.filter(entry => wasOffline(entry) && !isShown(entry, entries));
  return at => !spans.some(entry => entry.at - shownMs <= at && at <= entry.at + entry.tookMs);
}

const wasOffline = ({ decisions }: QuestionEntry): boolean => decisions.some(({ because }) => because === 'offline');

function isShown(entry: QuestionEntry, entries: readonly QuestionEntry[]): boolean {
  const near = entries.slice(placeOf(entries, entry.at - lostMs), placeOf(entries, entry.at + 1));
  const lost = near.flatMap(({ attempts }) => attempts.filter(({ outcome }) => unconnected.includes(outcome)));
  return new Set(lost.map(({ target }) => target)).size > 1;
}

/**
 * Whether somebody asked a target then of whom the journal tells too little: with other settings, or for one that waited on. What they
 * met counts for a circuit as long as its window is.
 */
function excuses({ joined, otherSettings, shared }: Sifted, windowMs: number): (at: number) => boolean {
  const others = [...otherSettings, ...(shared.size > 0 ? [...shared, ...joined] : [])];
  const spans = others.map(({ at, tookMs }) => [at, at + tookMs + windowMs] as const);
  return at => spans.some(([from, to]) => from <= at && at <= to);
}
