import { assistances } from '../../assist/tasks/all.ts';
import type { FailureKind } from '../../core/model/failure.ts';
import { isAnswered } from '../conversation/deferral.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { withWords } from './changeWords.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import type { Turn } from '../conversation/turn.ts';

/** What asking kept questions again needs of the world. */
export interface ReplayParts {
  /** The conversation that a question belongs to. */
  readonly restore: (conversation: string) => Promise<Conversation | undefined>;
  /** Shows it without taking the focus from the code. */
  readonly show: (conversation: Conversation, title: string) => void;
  /** A question was asked again in vain; `turn`: what came of it, where it could be asked. */
  readonly tried: (id: string, turn?: Turn) => Promise<void>;
  /** It was answered, and waits no longer. */
  readonly answered: (id: string) => Promise<void>;
}

/** Asks kept questions again, each in its own conversation, when the user says so. */
export class Replays {
  readonly #parts: ReplayParts;
  readonly #underWay = new Set<string>();

  constructor(parts: ReplayParts) {
    this.#parts = parts;
  }

  /**
   * Asks them one after another, until the user stops one or nobody can be asked after all: the rest was not tried then. Of
   * several edits the first is asked, because only one diff can wait for a decision.
   */
  async ask(questions: readonly StoredQuestion[]): Promise<void> {
    const mine = inOrder(questions.filter(({ id }) => !this.#underWay.has(id)));
    for (const { id } of mine) this.#underWay.add(id);
    try {
      for (const question of mine) if ((await this.#askOne(question)) === 'stop') return;
    } finally {
      for (const { id } of mine) this.#underWay.delete(id);
    }
  }

  async #askOne(question: StoredQuestion): Promise<'go-on' | 'stop'> {
    const { id, title, conversation: origin } = question;
    const { restore, show, tried, answered } = this.#parts;
    const conversation = await restore(origin);
    const before = conversation?.askedIn(id);
    if (!conversation || !before) {
      await tried(id); // this release does not know its task, so it cannot be asked here
      return 'go-on';
    }
    const asked = withWords(before, question);
    const isRead = asked.assistance.presenter === 'panel';
    if (isRead) show(conversation, title);
    const turn = await conversation.ask(asked, { title });
    if (!isRead && !turn.proposed) show(conversation, title);
    if (wasNotAsked(turn)) return 'stop';
    if (!isAnswered(turn)) await tried(id, turn);
    else if (asked !== before) await answered(id); // in other words it is another question, which the queue does not know
    return 'go-on';
  }
}

/** What is read first, then one diff at most. */
function inOrder(questions: readonly StoredQuestion[]): readonly StoredQuestion[] {
  const isDiff = ({ task }: StoredQuestion) =>
    ['diff', 'edits'].includes(assistances.find(one => one.task === task)?.presenter ?? '');
  return [...questions.filter(one => !isDiff(one)), ...questions.filter(isDiff).slice(0, 1)];
}

const notAsking: readonly FailureKind[] = ['not-confirmed', 'all-paused', 'no-target'];

/** Did the user stop it, or was nobody there to be asked? */
function wasNotAsked({ phase, failure, answer }: Turn): boolean {
  const why = failure ?? answer?.insteadOf;
  return phase === 'cancelled' || (why !== undefined && notAsking.includes(why.kind));
}
