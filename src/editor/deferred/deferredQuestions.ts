import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import { isAnswered } from '../../interaction/conversation/deferral.ts';
import { forgetAll } from '../../interaction/deferred/forgetAll.ts';
import { chooseQuestion } from '../../interaction/deferred/chooseQuestion.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { followState } from '../../interaction/status/followState.ts';
import type { StatusFeed } from '../../interaction/status/followStatus.ts';
import { isOffered, type StoredQuestion } from '../../interaction/history/storedQuestion.ts';
import { DeferredQueue, type DeferredQueueParts } from '../../interaction/deferred/deferredQueue.ts';
import { DeferredNotifier, type DeferredNotifierParts } from '../../interaction/deferred/deferredNotifier.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { Replays, type ReplayParts } from '../../interaction/deferred/replays.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import type { User } from '../../interaction/platform/user.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { questionItems, type KeptItem } from '../../interaction/kept/keptItems.ts';
import type { FocusedItem } from '../../interaction/kept/keptLists.ts';
import { changeWords } from '../../interaction/deferred/changeWords.ts';
import { unansweredItems } from '../../interaction/kept/unansweredItems.ts';
import { maxQuestions } from '../../interaction/history/limits.ts';

/** What questions for later need of the world. */
export interface DeferredQuestionsParts
  extends
    Omit<DeferredQueueParts, 'wall'>,
    Omit<ReplayParts, 'tried' | 'answered'>,
    Pick<DeferredNotifierParts, 'level'> {
  readonly clock: Clock;
  readonly feed: StatusFeed;
  readonly user: Pick<User, 'confirm' | 'offer' | 'pick' | 'tell' | 'type' | 'warn'>;
  readonly log: Pick<vscode.LogOutputChannel, 'error'>;
}

/** Questions that nobody could answer: kept when the user wants it, and offered when somebody can be asked again. */
export class DeferredQuestions implements vscode.Disposable {
  readonly #parts: DeferredQuestionsParts;
  readonly #queue: DeferredQueue;
  readonly #replays: Replays;
  readonly #notifier: DeferredNotifier;
  readonly #registered: vscode.Disposable;
  #focused: FocusedItem = () => Promise.resolve(undefined);

  constructor(parts: DeferredQuestionsParts) {
    this.#parts = parts;
    this.#queue = new DeferredQueue({ ...parts, wall: () => parts.clock.wall() });
    this.#replays = new Replays({
      ...parts,
      tried: (id, turn) => this.#queue.tried(id, turn),
      answered: id => this.#queue.remove(id),
    });
    this.#notifier = this.#makeNotifier();
    const stop = followState(parts.feed, ({ state }) => this.#notifier.look(state));
    this.#registered = vscode.Disposable.from(
      registerCommand('steadfast.showQueue', () => this.#choose()),
      registerCommand('steadfast.askKept', item => this.#with(item, question => this.#replays.ask([question]))),
      registerCommand('steadfast.removeKept', item => this.#with(item, ({ id }) => this.#queue.remove(id))),
      registerCommand('steadfast.changeKept', item => this.#with(item, question => this.#change(question))),
      registerCommand('steadfast.offerKept', item => this.#with(item, ({ id }) => this.#queue.offerAgain(id))),
      registerCommand('steadfast.moveKeptUp', item => this.#with(item, ({ id }) => this.#queue.move(id, 'up'))),
      registerCommand('steadfast.moveKeptDown', item => this.#with(item, ({ id }) => this.#queue.move(id, 'down'))),
      registerCommand('steadfast.askAllKept', () => this.#askAll()),
      registerCommand('steadfast.removeAllKept', () => this.#forgetAll()),
      { dispose: stop },
      this.#notifier,
    );
    void this.#queue.list(); // so that the status counts what is really there
  }

  /** Keeps the question of a turn, or keeps it no longer. */
  async change(conversation: Conversation, turn: Turn, isWanted: boolean): Promise<void> {
    if (!isWanted) return this.#queue.remove(turn.id);
    if ((await this.#queue.keep(conversation, turn)) === 'full')
      this.#parts.user.warn(l10n.t('{0} questions are already kept. Remove one of them first.', maxQuestions));
  }

  /** Keeps the question of a turn without being asked to; false: there is no room, or it is none for later. */
  async keep(conversation: Conversation, turn: Turn): Promise<boolean> {
    return (await this.#queue.keep(conversation, turn)) === 'kept';
  }

  /** The questions that wait in a conversation. */
  async waitingIn(conversation: string): Promise<readonly StoredQuestion[]> {
    return (await this.#queue.list()).filter(question => question.conversation === conversation);
  }

  /** A turn has ended, however it ended. */
  async hear(conversation: Conversation, turn: Turn): Promise<void> {
    await this.#queue.settle(conversation, turn);
    if (turn.answer?.freshness === 'live') this.#notifier.hearAnswer();
    else if (turn.phase !== 'cancelled' && !isAnswered(turn)) this.#notifier.hearTrouble();
  }

  /** The questions that are kept, for a view. */
  async items(): Promise<readonly KeptItem[]> {
    return questionItems(await this.#queue.list(), this.#parts.clock.wall());
  }

  /** Those that were asked again three times in vain, for the view For Your Decision. */
  async unanswered(): Promise<readonly KeptItem[]> {
    return unansweredItems(await this.#queue.list(), this.#parts.clock.wall());
  }

  /** `focused` tells which line of a view a key is meant for. */
  followFocus(focused: FocusedItem): void {
    this.#focused = focused;
  }

  async #with(item: unknown, act: (question: StoredQuestion) => Promise<void>): Promise<void> {
    const question = await this.#find(item ?? (await this.#focused()));
    if (question) await act(question);
  }

  #change(question: StoredQuestion): Promise<void> {
    return changeWords(question, {
      user: this.#parts.user,
      change: (id, words) => this.#queue.change(id, words),
    });
  }

  /** Also those that are not offered any more: the user has said so. */
  async #askAll(): Promise<void> {
    const all = await this.#queue.list();
    if (all.length === 0) return this.#parts.user.tell(l10n.t('No question is kept for later.'));
    await this.#replays.ask(all);
  }

  #forgetAll(): Promise<void> {
    const { user } = this.#parts;
    const count = async (): Promise<number> => (await this.#queue.list()).length;
    return forgetAll({ user, count, clear: () => this.#queue.clear() });
  }

  /** The kept question that a line of a view stands for; it comes from anywhere, so only what is kept counts. */
  async #find(item: unknown): Promise<StoredQuestion | undefined> {
    const id = isObject(item) ? item['id'] : undefined;
    return (await this.#queue.list()).find(question => question.id === id);
  }

  clear(): Promise<void> {
    return this.#queue.clear();
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #makeNotifier(): DeferredNotifier {
    const { clock, level, log, user } = this.#parts;
    return new DeferredNotifier({
      clock,
      level,
      offered: async () => (await this.#queue.list()).filter(isOffered),
      show: (message, ...buttons) => user.offer({ kind: 'information', message, buttons }),
      askNow: questions => this.#replays.ask(questions),
      showQueue: () => this.#choose(),
      onError: error => log.error(error instanceof Error ? error : String(error)),
    });
  }

  #choose(): Promise<void> {
    const { user, clock } = this.#parts;
    return chooseQuestion({
      user,
      wall: () => clock.wall(),
      list: () => this.#queue.list(),
      ask: questions => this.#replays.ask(questions),
      remove: id => this.#queue.remove(id),
      move: (id, way) => this.#queue.move(id, way),
    });
  }
}
