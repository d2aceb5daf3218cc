import type { Clock } from '../../core/model/clock.ts';
import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { storedQuestion, type StoredQuestion } from './storedQuestion.ts';

/** What keeping the questions that are being asked needs of the world. */
export interface AskedNowParts {
  readonly asking: RecordList<StoredQuestion>;
  readonly mask: Mask;
  readonly clock: Pick<Clock, 'wall' | 'after'>;
}

/** A question is put on disk when it is under way for so long: most have ended by then, and none is sent later for it. ms. */
const keptAfterMs = 1_000;

/** A question that is under way. */
interface Begun {
  /** It is not put on disk any more, if it was not yet. */
  readonly forgo: () => void;
  /** It is being put on disk; undefined: not yet. */
  kept?: Promise<void>;
}

/** The questions that are being asked, so that one whose window is closed meanwhile does not vanish with it. */
export class AskedNow {
  readonly #parts: AskedNowParts;
  /** By their turns. */
  readonly #begun = new Map<string, Begun>();
  #isClosing = false;

  constructor(parts: AskedNowParts) {
    this.#parts = parts;
  }

  /** The last question of a conversation is being asked. */
  begin(conversation: Conversation): void {
    const turn = conversation.turns.at(-1);
    if (!turn) return;
    const begun: Begun = {
      forgo: this.#parts.clock.after(keptAfterMs, () => {
        begun.kept = this.#keep(conversation, turn.id);
      }),
    };
    this.#begun.set(turn.id, begun);
  }

  /** It has ended, however it ended. */
  async end(turn: string): Promise<void> {
    const begun = this.#begun.get(turn);
    if (this.#isClosing || !begun) return;
    this.#begun.delete(turn);
    begun.forgo();
    if (!begun.kept) return;
    await begun.kept;
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
    const { asking, mask, clock } = this.#parts;
    const turn = conversation.turns.find(each => each.id === id);
    const asked = conversation.askedIn(id);
    if (!turn || !asked) return;
    const question = await storedQuestion(turn, asked, { conversation: conversation.id, at: clock.wall(), mask }).catch(
      () => undefined, // what cannot be searched for secrets is not written
    );
    if (question) await asking.add(question);
  }
}
