import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Mask } from '../../core/secrets/maskText.ts';
import type { RecordList } from '../../core/shared/recordList.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { storedAnswer, reviveAnswer, type StoredAnswer } from '../../interaction/history/storedAnswer.ts';
import { reviveLeftOpen, reviveQuestion, type StoredQuestion } from '../../interaction/history/storedQuestion.ts';
import type { AddedLists } from '../../interaction/added/addedLists.ts';
import { storedAdded } from '../../interaction/added/storedAdded.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import type { DecidedAnswer } from '../../interaction/review/decidedAnswer.ts';
import type { DecideParts } from '../../interaction/review/decideAnswer.ts';
import type { LearnDecision } from '../../interaction/feedback/giveFeedback.ts';
import { ReviewLists } from '../../interaction/review/reviewLists.ts';
import { ReviewQueue } from '../../interaction/review/reviewQueue.ts';
import { registerReview } from '../review/reviewCommands.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { answerItems, type KeptItem } from '../../interaction/kept/keptItems.ts';
import { whoAnswered } from '../../interaction/kept/keptItems.ts';
import { ago } from '../../interaction/text/time.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';

/** What keeping answers needs of the world. */
export interface AnswerHistoryParts {
  readonly user: DecideParts['user'];
  /** The last answers, so that a panel survives a reload. */
  readonly recent: RecordList<StoredAnswer>;
  /** Answers that wait for a person's decision. */
  readonly review: RecordList<StoredAnswer>;
  readonly decided: RecordList<DecidedAnswer>;
  /** The questions of a conversation that are kept for later. */
  readonly waiting: (conversation: string) => Promise<readonly StoredQuestion[]>;
  /** What users have added to their questions. */
  readonly added: Pick<AddedLists, 'of' | 'restore' | 'onDidChange'>;
  /** The questions of a conversation that were being asked when its window was closed. */
  readonly leftOpen: (conversation: string) => Promise<readonly StoredQuestion[]>;
  readonly mask: Mask;
  /** Hears what the user decides about doubted answers. */
  readonly learnDecision: LearnDecision;
  readonly wall: () => number;
  /** Label of a target id. */
  readonly labelOf: (target: string) => string;
  readonly newConversation: (id?: string) => Conversation;
  readonly show: (conversation: Conversation, title: string) => void;
  readonly propose: DecideParts['propose'];
  readonly mention: (words: string) => void;
  /** Without a conversation: that of the panel in use. */
  readonly showInNewPanel: (conversation?: Conversation, title?: string) => void;
}

/** Keeps ended turns on disk, and brings them back. */
export class AnswerHistory {
  readonly #parts: AnswerHistoryParts;
  /** What waits for a decision, and was decided. */
  readonly queue: ReviewQueue;
  /** What the view For Your Decision shows. */
  readonly reviewing: ReviewLists;
  /** Conversations of this window, so that an answer is shown where it was asked. */
  readonly #living = new Map<string, Conversation>();

  constructor(parts: AnswerHistoryParts) {
    this.#parts = parts;
    this.queue = new ReviewQueue(parts);
    this.reviewing = new ReviewLists({ ...parts, queue: this.queue });
    parts.added.onDidChange(conversation => void this.#keepAdded(conversation)); // both live as long as the window
  }

  /** Remembers an ended turn; `waits`: put it on the review list, otherwise take it off. */
  async remember(conversation: Conversation, turn: Turn, waits: boolean): Promise<void> {
    this.#living.set(conversation.id, conversation);
    const asked = conversation.askedIn(turn.id);
    if (!asked) return;
    const { recent, review, mask, wall, learnDecision } = this.#parts;
    const isEdited = this.queue.saidOf(turn.id)?.isEdited === true; // then the doubt may have been right
    if (turn.decision && !isEdited) void learnDecision(turn.decision, { ...turn, task: asked.assistance.task }); // never rejects
    const known = (await recent.get(turn.id)) ?? (await review.get(turn.id));
    const kept = await storedAnswer(turn, asked, { conversation: conversation.id, at: known?.at ?? wall(), mask });
    if (!kept) return;
    await recent.add(kept);
    await this.#keepAdded(conversation.id);
    if (waits) await this.queue.wait(kept);
    else await this.queue.settle(kept);
  }

  /** The conversation that was kept under this id, with all turns that are still there; undefined: none is. */
  async restore(id: string): Promise<Conversation | undefined> {
    const living = this.#living.get(id);
    if (living) return living;
    const all = [...(await this.#parts.recent.list()), ...(await this.#parts.review.list())];
    const turns = [...new Map(all.map(kept => [kept.id, kept])).values()]
      .filter(kept => kept.conversation === id)
      .map(kept => ({ id: kept.id, at: kept.at, revived: reviveAnswer(kept) }));
    const added = all.find(kept => kept.conversation === id)?.added ?? [];
    const waiting = await this.#parts.waiting(id);
    const leftOpen = await this.#parts.leftOpen(id);
    const restored = this.#living.get(id); // somebody else has meanwhile
    if (restored) return restored;
    const isNew = (question: StoredQuestion): boolean => turns.every(turn => turn.id !== question.id);
    const unanswered = [
      ...waiting.filter(isNew).map(question => ({ ...question, revived: reviveQuestion(question) })),
      ...leftOpen.filter(isNew).map(question => ({ ...question, revived: reviveLeftOpen(question) })),
    ];
    if (turns.length + unanswered.length === 0) return undefined;
    const conversation = this.#parts.newConversation(id);
    for (const { revived } of [...turns, ...unanswered].sort((a, b) => a.at - b.at)) {
      if (revived) conversation.restore(revived.turn, revived.asked);
    }
    for (const question of waiting) conversation.markQueued(question.id, true);
    this.#living.set(id, conversation);
    this.#parts.added.restore(id, added);
    return conversation;
  }

  /** With the last answer of a conversation stands what was added to its next question. */
  async #keepAdded(conversation: string): Promise<void> {
    const { recent, added, mask } = this.#parts;
    const last = (await recent.list()).find(kept => kept.conversation === conversation);
    const items = await storedAdded(added.of(conversation), mask);
    if (!last || items.length + (last.added?.length ?? 0) === 0) return;
    await recent.update(last.id, kept => ({ ...kept, added: items }));
  }

  /** The conversation of this id, if this window has it. */
  living(id: string): Conversation | undefined {
    return this.#living.get(id);
  }

  register(): readonly vscode.Disposable[] {
    const { recent, review } = this.#parts;
    const deciding = {
      ...this.#parts,
      ...{ queue: this.queue, lists: this.reviewing },
      restore: (id: string) => this.restore(id),
      remember: (...decided: Parameters<AnswerHistory['remember']>) => this.remember(...decided),
    };
    return [
      ...registerReview(deciding),
      registerCommand('steadfast.showAnswers', () =>
        this.#choose(recent, l10n.t('Recent answers'), l10n.t('There are no recent answers yet.')),
      ),
      registerCommand('steadfast.openAnswer', item => this.#open(item, this.#parts.show)),
      registerCommand('steadfast.openInNewPanel', item =>
        isObject(item) && 'conversation' in item
          ? this.#open(item, this.#parts.showInNewPanel)
          : this.#parts.showInNewPanel(),
      ),
      registerCommand('steadfast.showReview', () =>
        this.#choose(review, l10n.t('Answers kept for review'), l10n.t('There are no answers to review.')),
      ),
    ];
  }

  /** The conversations that are kept, for a view. */
  async items(): Promise<readonly KeptItem[]> {
    const { recent, review, labelOf, wall } = this.#parts;
    return answerItems(await recent.list(), await review.list(), { labelOf, now: wall() });
  }

  /** Shows what a line of a view stands for; it comes from anywhere, so only what is kept counts. */
  async #open(item: unknown, show: AnswerHistoryParts['show']): Promise<void> {
    const id = isObject(item) ? item['conversation'] : undefined;
    const conversation = typeof id === 'string' ? await this.restore(id) : undefined;
    if (!conversation) return this.#parts.user.tell(l10n.t('This answer is not kept any more.'));
    show(conversation, conversation.turns.at(-1)?.title ?? '');
  }

  async #choose(from: RecordList<StoredAnswer>, title: string, none: string): Promise<void> {
    const kept = await from.list();
    if (kept.length === 0) {
      this.#parts.user.tell(none);
      return;
    }
    const { labelOf, wall } = this.#parts;
    const now = wall();
    const items = kept.map(one => ({
      label: one.title,
      description: ago(now - one.at),
      detail: whoAnswered(one.answer, labelOf),
      one,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title });
    const conversation = chosen && (await this.restore(chosen.one.conversation));
    if (conversation) this.#parts.show(conversation, chosen.one.title);
  }
}
