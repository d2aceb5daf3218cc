import type { Saving } from '../budget/savings.ts';
import type { Clock } from '../model/clock.ts';
import type { AttemptNote } from '../model/note.ts';
import type { QuestionObserver, QuestionRecord } from '../model/questionRecord.ts';
import { Emitter } from '../shared/emitter.ts';
import type { Usage } from '../model/answer.ts';
import { journalEntryOf, type Seen } from './journalEntryOf.ts';
import type { CircuitState, JournalEntry } from './journalEntry.ts';
import type { JournalSink } from './journalSink.ts';

/** What the journal needs of the world. */
export interface JournalParts {
  readonly clock: Clock;
  /** Which workspace this is, as an opaque string. */
  readonly workspace: () => string;
  /** US dollars; undefined: the price is unknown. `target` is an id. */
  readonly costOf: (target: string, usage: Usage) => number | undefined;
  /** What a question was spared. */
  readonly savingsOf: (record: QuestionRecord) => readonly Saving[];
  /** How the circuit of a target stands now; 'closed' where there is none. */
  readonly circuitOf: (target: string) => CircuitState;
  /** Where entries outlive the window; undefined: they do not. */
  readonly sink?: Pick<JournalSink, 'append'>;
}

/** How many entries a window keeps at hand. */
const mostEntries = 500;
/** Short enough that nobody waits for what views tell, ms. */
const settleMs = 50;

/**
 * What happened to every question, as data without text: the latest entries at hand, all of them in the sink. Metrics, alerts,
 * views and the diagnostic bundle are made of its entries alone.
 */
export class Journal {
  readonly #parts: JournalParts;
  readonly #entries: JournalEntry[] = [];
  readonly #added = new Emitter<JournalEntry>();
  readonly #pending: (() => JournalEntry)[] = [];
  #cancelTimer: (() => void) | undefined;
  /** Real and rehearsed questions have circuits of their own, so they are not told apart by their notes alone. */
  readonly observer: QuestionObserver;

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.observer = this.observe();
  }

  /** The latest entries, oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** An observer whose questions are entered; with `rehearsed` as such, and then its circuits are not the real ones. */
  observe(rehearsed?: { readonly circuitOf: JournalParts['circuitOf'] }): QuestionObserver {
    const { clock, costOf, savingsOf, workspace } = this.#parts;
    const circuitOf = rehearsed?.circuitOf ?? this.#parts.circuitOf;
    const seen = new WeakMap<AttemptNote, Seen>();
    return {
      noted: (_id, note) => {
        if (note.kind === 'attempt') seen.set(note, { atMs: clock.now(), circuit: circuitOf(note.target) });
      },
      ended: record => {
        const facts = {
          ...{ workspace: workspace(), costOf, saved: savingsOf(record), circuitOf, nowMs: clock.now() },
          seen: (note: AttemptNote) => seen.get(note),
          isRehearsed: rehearsed !== undefined,
        };
        this.#pending.push(() => journalEntryOf(record, facts));
        this.#cancelTimer ??= clock.after(settleMs, () => this.settle());
      },
    };
  }

  /** Enters the questions that have ended a moment ago: not while an answer is on its way to who asked. */
  settle(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (const makeEntry of this.#pending.splice(0)) this.add(makeEntry());
  }

  /** Enters what happened between questions, too. */
  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > mostEntries) this.#entries.shift();
    this.#parts.sink?.append(entry);
    this.#added.fire(entry);
  }

  /** Forgets what is at hand. */
  clear(): void {
    this.#pending.length = 0;
    this.#entries.length = 0;
  }

  /** Calls back with every entry. The returned function ends that. */
  onDidAdd(listener: (entry: JournalEntry) => void): () => void {
    return this.#added.add(listener);
  }
}
