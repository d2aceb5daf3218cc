import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { storedQuestion, type StoredQuestion } from './storedQuestion.ts';

/** What keeping the questions that are being asked needs of the world. */
export interface AskedNowParts {
  readonly asking: RecordList<StoredQuestion>;
  readonly mask: Mask;
  readonly wall: () => number;
}

/** The questions that are being asked, so that one whose window is closed meanwhile does not vanish with it. */
export class AskedNow {
  readonly #parts: AskedNowParts;
  /** Are being put on disk, by their turns. */
  readonly #begun = new Map<string, Promise<void>>();
  #isClosing = false;

  constructor(parts: AskedNowParts) {
    this.#parts = parts;
  }

  /** The last question of a conversation is being asked. */
  begin(conversation: Conversation): void {
    const turn = conversation.turns.at(-1);
    if (turn) this.#begun.set(turn.id, this.#keep(conversation, turn.id));
  }

  /** It has ended, however it ended. */
  async end(turn: string): Promise<void> {
    if (this.#isClosing) return;
    await this.#begun.get(turn);
    this.#begun.delete(turn);
    await this.#parts.asking.remove(turn);
  }

  /** The window is being closed: what ends from now on is not over for the user. */
  close(): void {
    this.#isClosing = true;
  }

  /** Those of a conversation that never ended. */
  async leftIn(conversation: string): Promise<readonly StoredQuestion[]> {
    return (await this.#parts.asking.list()).filter(question => question.conversation === conversation);
  }

  async #keep(conversation: Conversation, id: string): Promise<void> {
    const { asking, mask, wall } = this.#parts;
    const turn = conversation.turns.find(each => each.id === id);
    const asked = conversation.askedIn(id);
    if (!turn || !asked) return;
    const question = await storedQuestion(turn, asked, { conversation: conversation.id, at: wall(), mask }).catch(
      () => undefined, // what cannot be searched for secrets is not written
    );
    if (question) await asking.add(question);
  }
}
