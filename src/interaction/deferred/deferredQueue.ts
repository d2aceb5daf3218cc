import { assistances } from '../../assist/tasks/all.ts';
import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import { canAskLater, isAnswered } from '../conversation/deferral.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { storedQuestion, type StoredQuestion } from '../history/storedQuestion.ts';
import type { Turn } from '../conversation/turn.ts';
import type { DeferredCount } from '../status/deferredCount.ts';
import { titleText } from '../text/assistanceText.ts';
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

  /** The oldest first, unless the user has put them in another order. */
  async list(): Promise<readonly StoredQuestion[]> {
    const { records, count } = this.#parts;
    const questions = (await records.list()).toReversed().toSorted((one, other) => rankOf(one) - rankOf(other));
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
    const why = reasonIn(turn);
    await records.add({ ...(await storedQuestion(turn, asked, keeping)), ...(why && { because: why }) });
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

  /** It was asked again in vain; `turn`: what came of it. */
  tried(id: string, turn?: Turn): Promise<void> {
    const because = turn && reasonIn(turn);
    return this.#parts.records.update(id, question => ({
      ...question,
      tries: question.tries + 1,
      ...(because && { because }),
    }));
  }

  /** It is to be asked in these words; it heads the list's line from now on. */
  async change(id: string, words: string): Promise<void> {
    const { records, mask } = this.#parts;
    const masked = await mask(words);
    await records.update(id, question => ({ ...question, words: masked, title: titleWith(question, masked) }));
  }

  /** It may be offered again, as one that was never asked again. */
  async offerAgain(id: string): Promise<void> {
    await this.#parts.records.update(id, question => ({ ...question, tries: 0 }));
  }

  /** Puts it before the one above it, or behind the one below it; nothing happens at the ends of the list. */
  async move(id: string, way: 'up' | 'down'): Promise<void> {
    const all = await this.list();
    const at = all.findIndex(question => question.id === id);
    const [moved, other] = [all[at], all[at + (way === 'up' ? -1 : 1)]];
    if (!moved || !other) return;
    const order = all.with(at, other).with(all.indexOf(other), moved);
    for (const [rank, { id: each }] of order.entries())
      await this.#parts.records.update(each, question => ({ ...question, rank: rank - order.length }));
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

/** Its task's own heading where that has its words, else those alone. */
function titleWith({ task, context }: StoredQuestion, words: string): string {
  const kind = assistances.find(each => each.task === task)?.title;
  return kind === undefined ? words : titleText(kind, { ...context, input: words });
}

/** Those that were put in order stand before what was kept since. */
const rankOf = ({ rank, at }: StoredQuestion): number => rank ?? at;

const reasonIn = ({ failure, answer }: Turn): string | undefined => (failure ?? answer?.insteadOf)?.kind;
