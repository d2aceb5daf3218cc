import type { EditTaker } from '../asking/askRequest.ts';
import { Conversation, type ConversationParts } from './conversation.ts';
import { hasResult, type Turn } from './turn.ts';

/** What conversations need of the world. */
export interface ConversationsParts extends Omit<ConversationParts, 'ended'> {
  /** A turn has ended: whether it waits for a person's decision, and whether it belongs to the recent answers. */
  readonly ended: (conversation: Conversation, turn: Turn, how: TurnEnd) => void;
}

/** What becomes of a turn that has ended. */
export interface TurnEnd {
  readonly forReview: boolean;
  readonly isKept: boolean;
}

type Begun = Pick<ConversationParts, 'propose'> & { readonly isKept: (turn: Turn) => boolean };

/** The conversations of this window: begins them, and knows which have a question under way. */
export class Conversations {
  readonly #parts: ConversationsParts;
  readonly #working = new Set<Conversation>();
  #latest: Conversation | undefined;

  constructor(parts: ConversationsParts) {
    this.#parts = parts;
  }

  get isAnyWorking(): boolean {
    return [...this.#working].some(({ isWorking }) => isWorking);
  }

  /** The one in which a question was asked last; undefined: none in this window. */
  get latest(): Conversation | undefined {
    return this.#latest;
  }

  begin(id?: string): Conversation {
    return this.#begin({ propose: this.#parts.propose, isKept: () => true }, id);
  }

  /** One whose edits somebody else takes; an answer that is taken stands in no list of answers. */
  beginTaking({ isTaking, take }: EditTaker): Conversation {
    return this.#begin({
      propose: async proposal => {
        if (!isTaking()) return this.#parts.propose(proposal);
        take(proposal);
        return { cautions: [] };
      },
      isKept: turn => !isTaking() || !hasResult(turn, this.#parts.thresholds()),
    });
  }

  /** Stops every question under way. */
  stopAll(): void {
    for (const conversation of this.#working) conversation.stop();
  }

  #begin({ propose, isKept }: Begun, id?: string): Conversation {
    const parts: ConversationParts = {
      ...this.#parts,
      propose,
      began: conversation => {
        this.#working.add(conversation);
        this.#latest = conversation;
        this.#parts.began(conversation);
      },
      ended: (conversation, turn, forReview) => {
        if (!conversation.isWorking) this.#working.delete(conversation);
        this.#parts.ended(conversation, turn, { forReview, isKept: isKept(turn) });
      },
    };
    return new Conversation(parts, id);
  }
}
