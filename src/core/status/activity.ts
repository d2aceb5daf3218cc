import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import { isInjected } from '../model/failure.ts';
import type { QuestionObserver, QuestionRecord } from '../model/questionRecord.ts';
import type { Target } from '../model/target.ts';
import { unknownPace, type SeenAnswer, type TargetPace } from '../resilience/paceRecord.ts';
import { TrackRecord, type LastFailure } from '../resilience/trackRecord.ts';
import type { Note } from '../model/note.ts';
import { outcomeAfter, type QuestionOutcome } from './questionOutcome.ts';

/** A target as far as what goes on needs to know it. */
type Candidate = Pick<Target, 'id' | 'label' | 'origin' | 'loopback'>;

/** A question under way, and the target that is being asked. */
export interface Running {
  readonly id: string;
  readonly target: string;
  readonly label: string;
  /** 1-based place of the target in the question's chain. */
  readonly position: number;
  readonly of: number;
  /** Monotonic ms. */
  readonly startedAt: number;
}

/** Shorter work is not shown, ms; with the 250 ms of the status bar nothing is shown for a second. */
const quietMs = 750;
/** How many targets' outcomes are remembered. */
const maxTargets = 200;

/** What goes on: the questions under way, and how the latest attempts at each target went. */
export class Activity implements QuestionObserver {
  readonly #clock: Clock;
  readonly #progresses = new Map<string, Progress>();
  readonly #records = new Map<string, TrackRecord>();
  readonly #changed = new Emitter();
  #outcome: QuestionOutcome | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly began = (id: string, chain: readonly Candidate[]): void => {
    this.#progresses.get(id)?.cancelTimer();
    const cancelTimer = this.#clock.after(quietMs, () => this.#changed.fire());
    this.#progresses.set(id, new Progress(chain, this.#clock.now(), cancelTimer));
    this.#changed.fire();
  };

  readonly noted = (id: string, note: Note): void => {
    if (note.kind === 'attempt' && isInjected(note.failure)) return; // what is played says nothing about a target
    const progress = this.#progresses.get(id);
    progress?.apply(note);
    if (note.kind === 'attempt') this.#recordOf(note.target).learn(note);
    this.#changed.fire();
  };

  readonly ended = (record: QuestionRecord): void => {
    this.#progresses.get(record.id)?.cancelTimer();
    this.#progresses.delete(record.id);
    this.#outcome = outcomeAfter(this.#outcome, record);
    this.#changed.fire();
  };

  /** Every question for which a target is being asked, oldest first. */
  get running(): readonly Running[] {
    return [...this.#progresses].flatMap(([id, progress]) => progress.view(id) ?? []);
  }

  /** The latest question that is shown: it has taken a while, or its first target did not answer. */
  get working(): Running | undefined {
    const now = this.#clock.now();
    return this.running.findLast(({ position, startedAt }) => position > 1 || now - startedAt >= quietMs);
  }

  /** How the latest question came out that says anything about the models; undefined: there was none. */
  get outcome(): QuestionOutcome | undefined {
    return this.#outcome;
  }

  /** Median time of the target's latest 50 answers, ms. */
  p50Ms(target: string): number | undefined {
    return this.#records.get(target)?.p50Ms;
  }

  /** Within this time 95 % of the target's latest 50 answers had begun, ms. */
  p95FirstTokenMs(target: string): number | undefined {
    return this.#records.get(target)?.p95FirstTokenMs;
  }

  /** How the target did lately: its usual answer and its latest, and how often it fails. */
  paceOf(target: string): TargetPace {
    return this.#records.get(target)?.pace ?? unknownPace;
  }

  /** Takes over an answer of a target that another window has seen, or this one before it was loaded anew; `agoMs`: how long ago. */
  recall(target: string, answer: SeenAnswer, agoMs: number): void {
    this.#recordOf(target).recall(answer, agoMs);
  }

  /** The target's last failure, for ten minutes. */
  lastFailure(target: string): LastFailure | undefined {
    return this.#records.get(target)?.lastFailure;
  }

  /** Calls back after every change. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  #recordOf(target: string): TrackRecord {
    const record = this.#records.get(target) ?? new TrackRecord(this.#clock);
    this.#records.delete(target); // so that the latest stand last
    this.#records.set(target, record);
    const [oldest] = this.#records.keys();
    if (oldest !== undefined && this.#records.size > maxTargets) this.#records.delete(oldest);
    return record;
  }
}

/** How far one question has come along its chain. */
class Progress {
  readonly chain: readonly Candidate[];
  readonly cancelTimer: () => void;
  readonly #startedAt: number;
  readonly #skipped = new Set<string>();
  #current: string | undefined;

  constructor(chain: readonly Candidate[], startedAt: number, cancelTimer: () => void) {
    this.chain = chain;
    this.cancelTimer = cancelTimer;
    this.#startedAt = startedAt;
    this.#current = chain[0]?.id;
  }

  apply(note: Note): void {
    switch (note.kind) {
      case 'skipped':
        this.#skipped.add(note.target);
        if (note.target === this.#current) this.#current = this.chain.find(({ id }) => !this.#skipped.has(id))?.id;
        break;
      case 'fallback':
        this.#current = note.to;
        break;
      case 'tried-early':
      case 'escalated':
        this.#current = note.target;
        break;
      case 'remembered':
      case 'last-resort':
        this.#current = undefined;
        break;
      case 'attempt':
      case 'routed':
      case 'other-key':
      case 'retry':
      case 'no-retry':
      case 'waited':
      case 'hedged':
      case 'trimmed':
      case 'over-budget':
      case 'asked-again':
      case 'masked':
      case 'hidden-shown':
      case 'uncached':
      case 'joined':
      case 'instructions':
      case 'judged':
      case 'weighed':
      case 'not-escalated':
        break;
    }
  }

  view(id: string): Running | undefined {
    const index = this.chain.findIndex(target => target.id === this.#current);
    const target = this.chain[index];
    if (!target) return undefined;
    const { length: of } = this.chain;
    return { id, target: target.id, label: target.label, position: index + 1, of, startedAt: this.#startedAt };
  }
}
