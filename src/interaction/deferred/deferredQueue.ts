import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import { canAskLater, isAnswered } from '../conversation/deferral.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { storedQuestion, type StoredQuestion } from '../history/storedQuestion.ts';
import type { Turn } from '../conversation/turn.ts';
import type { DeferredCount } from '../status/deferredCount.ts';
import { maxQuestions } from '../history/limits.ts';

/** What keeping questions for later needs of the world. */
export interface DeferredQueueParts {
  readonly records: RecordList<StoredQuestion>;
  /** Hides the secrets of a text that is to be written to disk. */
  readonly mask: Mask;
  /** Wall-clock ms. */
  readonly wall: () => number;
  readonly count: Pick<DeferredCount, 'set'>;
  /** The conversation of this id, if this window has it. */
  readonly living: (conversation: string) => Conversation | undefined;
}

/** The questions that nobody could answer and that the user wants asked later. The turns they came from say so. */
export class DeferredQueue {
  readonly #parts: DeferredQueueParts;

  constructor(parts: DeferredQueueParts) {
    this.#parts = parts;
  }

  /** The oldest first. */
  async list(): Promise<readonly StoredQuestion[]> {
    const { records, count } = this.#parts;
    const questions = (await records.list()).toReversed();
    count.set(questions.length);
    return questions;
  }

  /**
   * Keeps a turn's question, in place of the same one that an earlier turn of the conversation waits with. 'full': it was not
   * kept. 'not-due': nor this, because a model has answered or the user did not want it asked.
   */
  async keep(conversation: Conversation, turn: Turn): Promise<'kept' | 'full' | 'not-due'> {
    const { records, mask, wall } = this.#parts;
    const asked = conversation.askedIn(turn.id);
    if (!asked || !canAskLater(turn)) return 'not-due';
    await this.#removeSame(conversation, turn);
    if ((await this.list()).length >= maxQuestions) return 'full';
    const keeping = { conversation: conversation.id, at: wall(), mask };
    await records.add(await storedQuestion(turn, asked, keeping));
    conversation.markQueued(turn.id, true);
    await this.list();
    return 'kept';
  }

  async remove(id: string): Promise<void> {
    const { records, living } = this.#parts;
    const question = await records.get(id);
    await records.remove(id);
    if (question) living(question.conversation)?.markQueued(id, false);
    await this.list();
  }

  /** Forgets all of them. */
  async clear(): Promise<void> {
    for (const { id, conversation } of await this.list()) this.#parts.living(conversation)?.markQueued(id, false);
    await this.#parts.records.clear();
    await this.list();
  }

  /** It was asked again in vain. */
  tried(id: string): Promise<void> {
    return this.#parts.records.update(id, question => ({ ...question, tries: question.tries + 1 }));
  }

  /** A turn has ended: when a model answered, its question waits no longer, however it came to be asked again. */
  async settle(conversation: Conversation, turn: Turn): Promise<void> {
    if (!isAnswered(turn)) return;
    await this.#removeSame(conversation, turn);
    for (const { id } of this.#same(conversation, turn)) if (id !== turn.id) conversation.markQueued(id, false, true);
  }

  async #removeSame(conversation: Conversation, turn: Turn): Promise<void> {
    for (const { id, queued } of this.#same(conversation, turn)) if (queued) await this.remove(id);
  }

  /** The turns of the same question, this one included. */
  #same(conversation: Conversation, turn: Turn): readonly Turn[] {
    const asked = conversation.askedIn(turn.id);
    return conversation.turns.filter(({ id }) => conversation.askedIn(id) === asked);
  }
}
