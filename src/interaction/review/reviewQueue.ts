import { Emitter } from '../../core/shared/emitter.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import type { Mask } from '../../core/secrets/maskText.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import { longestNote, type DecidedAnswer } from './decidedAnswer.ts';

/** What the queue needs of the world. */
export interface ReviewQueueParts {
  /** Answers that wait for a person's decision. */
  readonly review: RecordList<StoredAnswer>;
  /** Those that a person has decided about. */
  readonly decided: RecordList<DecidedAnswer>;
  /** Hides the secrets of a note before it is written to disk. */
  readonly mask: Mask;
  /** Wall-clock ms. */
  readonly wall: () => number;
}

/** What goes along with a decision. */
export interface DecisionNote {
  readonly note?: string;
  readonly isEdited?: boolean;
}

/** The answers that wait for a person, and what was decided about them, in all windows of the workspace. */
export class ReviewQueue {
  readonly #parts: ReviewQueueParts;
  readonly #noted = new Map<string, DecisionNote>();
  readonly #changed = new Emitter();

  constructor(parts: ReviewQueueParts) {
    this.#parts = parts;
    parts.review.onDidChange(() => this.#changed.fire()); // all three live as long as the window
    parts.decided.onDidChange(() => this.#changed.fire());
  }

  waiting(): Promise<readonly StoredAnswer[]> {
    return this.#parts.review.list();
  }

  decided(): Promise<readonly DecidedAnswer[]> {
    return this.#parts.decided.list();
  }

  /** What the user says beside the decision about this answer, which follows. */
  say(id: string, said: DecisionNote): void {
    this.#noted.set(id, said);
  }

  /** What was said so about an answer on which the decision is not known yet. */
  saidOf(id: string): DecisionNote | undefined {
    return this.#noted.get(id);
  }

  /** An answer waits; what was decided about it before does not hold any more. */
  async wait(kept: StoredAnswer): Promise<void> {
    await this.#parts.decided.remove(kept.id);
    await this.#parts.review.add(kept);
  }

  /** An answer waits no longer: a decision that it carries is kept, once, whichever window was first. */
  async settle(kept: StoredAnswer): Promise<void> {
    const { review, decided, mask, wall } = this.#parts;
    const said = this.#noted.get(kept.id);
    this.#noted.delete(kept.id);
    const isWaiting = (await review.get(kept.id)) !== undefined;
    await review.remove(kept.id);
    const { decision } = kept;
    if (!isWaiting || decision === undefined || decision === 'kept') return;
    const outcome = decision === 'discarded' ? 'rejected' : 'approved';
    const note = (await mask((said?.note ?? '').trim())).slice(0, longestNote);
    const isEdited = said?.isEdited === true;
    await decided.add({
      ...{ id: kept.id, at: wall(), outcome, kept },
      ...(note !== '' && { note }),
      ...(isEdited && { isEdited }),
    });
  }

  /** Calls back when what waits or was decided has changed in this window. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }
}
