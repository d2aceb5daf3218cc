import type { DecisionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { Target } from '../../../src/core/model/target.ts';
import type { Limiter, Limiters } from '../../../src/core/resilience/limiters.ts';
import type { RecordedQuestion } from '../record/recordedQuestion.ts';

/** What a room is made from. */
export interface RoomParts {
  readonly limiters: Limiters;
  /** About how many the question takes. */
  readonly tokens: number;
}

const plenty = { limit: 1e9, remaining: 1e9, resetMs: 1 };
/** Longer than anybody waits for a place. */
const nextMinuteMs = 60_000;

/**
 * What servers and users have said outside of the attempts: how much a server takes, by its own headers; how
 * large a prompt really was. It is asked right before a target is, and sets right what the journal shows to have been so.
 */
export class Room {
  readonly #recorded: RecordedQuestion;
  readonly #parts: RoomParts;

  constructor(recorded: RecordedQuestion, parts: RoomParts) {
    this.#recorded = recorded;
    this.#parts = parts;
  }

  /** Tokens that the target takes; undefined: as many as there are. */
  windowOf(target: Target): number | undefined {
    const { attempts } = this.#recorded;
    if (this.#isLeftFor(target, 'context-too-long') && !attempts.has(target.id)) return 1;
    const limiter = this.#parts.limiters.of(target);
    if (this.#isLeftFor(target, 'own-limit') && !attempts.has(target.id)) hold(limiter, nextMinuteMs);
    else this.#letIn(target, limiter);
    return undefined;
  }

  #letIn({ id }: Target, limiter: Limiter): void {
    const [first] = this.#recorded.attempts.get(id) ?? [];
    if (!first) return;
    const held = limiter.hold(this.#parts.tokens)?.because;
    if (first.queueMs === undefined) {
      if (held === 'requests' || held === 'tokens') limiter.adopt({ requests: plenty, tokens: plenty });
    } else if (!held && this.#recorded.entry.decisions.some(each => isWaitFor(id, each))) hold(limiter, first.queueMs);
  }

  #isLeftFor({ id }: Target, because: string): boolean {
    const { decisions, outcome } = this.#recorded.entry;
    return (
      outcome === because ||
      decisions.some(each => each.kind === 'fallback' && each.target === id && each.because === because)
    );
  }
}

const isWaitFor = (id: string, { kind, target, because }: DecisionEntry): boolean =>
  kind === 'waited' && target === id && because !== 'busy';

/** The next request has to wait so long. */
function hold(limiter: Limiter, waitMs: number): void {
  if (!limiter.hold(1)) limiter.adopt({ requests: { limit: 1, remaining: 0, resetMs: Math.max(1, waitMs) } });
}
