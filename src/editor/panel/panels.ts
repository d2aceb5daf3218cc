// Over 200 lines with its comments: one class, which alone knows the open panels.

import { setTimeout as pause } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { verdictOf } from '../../core/confidence/verdict.ts';
import type { Action, FromPanel } from '../../shared/protocol.ts';
import { canAskLater } from '../../interaction/conversation/deferral.ts';
import { isContinuable } from '../../interaction/conversation/continueTurn.ts';
import type { CodeInTurn } from '../conversation/turnActions.ts';
import { openPanel, AnswerPanel, type PanelParts } from './answerPanel.ts';
import { type FactParts, goToFact } from '../present/goToFact.ts';
import { inSight } from './inSight.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { registerCommand, setContext } from '../platform/registerCommand.ts';
import type { AddedLists } from '../../interaction/added/addedLists.ts';
import type { AddedOffer } from '../../interaction/added/addedItem.ts';
import type { User } from '../../interaction/platform/user.ts';
import { canPassOver, hasResult, isKeptElsewhere } from '../../interaction/conversation/turn.ts';
import { turnView, type TurnSurroundings } from '../../interaction/conversation/turnView.ts';
import { isOfAnyPanel, nothingOpenText, panelActions } from '../../interaction/panel/panelActions.ts';
import { conversationText } from '../../interaction/panel/conversationText.ts';
import { openLink } from './openLink.ts';
import type { BothTexts } from '../../interaction/otherModels/bothTexts.ts';
import { TextDocuments } from './textDocuments.ts';

const suggestAfterMs = 120;

/** How something is added to a question. */
export interface Adding {
  readonly lists: AddedLists;
  readonly offers: (typed: string) => Promise<readonly AddedOffer[]>;
  readonly pick: (conversation?: string) => Promise<void>;
  readonly addNamed: (name: string, conversation: string) => Promise<void>;
}

/** What the panels need of the world. */
export interface PanelsParts {
  readonly user: Pick<User, 'confirm' | 'tell' | 'warn'>;
  readonly extensionUri: vscode.Uri;
  readonly surroundings: () => TurnSurroundings;
  /** The chain or the settings have changed, and with them what may be offered. */
  readonly onDidChangeTargets: (listener: () => void) => () => void;
  readonly waiting: PanelParts['waiting'];
  readonly perform: (action: Action, conversation: Conversation, turn: string) => Promise<void>;
  readonly useCode: (use: 'copy' | 'insert', code: CodeInTurn) => Promise<void>;
  readonly adding: Adding;
  readonly facts: FactParts['facts'];
  /** The conversation in which a question was asked last, with or without a panel. */
  readonly latest: () => Conversation | undefined;
  readonly followUp: (conversation: Conversation, text: string) => Promise<void>;
  /** The conversation that was kept under this id, for a panel that outlived a reload. */
  readonly restore: (id: string) => Promise<Conversation | undefined>;
}

/** The answer panels of this window: opens them, revives them after a reload, and gives their actions to the keyboard. */
export class Panels implements vscode.Disposable {
  readonly #parts: PanelsParts;
  readonly #open = new Map<Conversation, AnswerPanel>();
  /** Panels that keep their conversation, whatever is asked next. */
  readonly #own = new WeakSet<AnswerPanel>();
  readonly #texts = new TextDocuments();
  /** The name that is being typed. */
  readonly #typed = new WeakMap<AnswerPanel, string>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor(parts: PanelsParts) {
    this.#parts = parts;
    this.#disposables = [
      this.#texts,
      { dispose: parts.onDidChangeTargets(() => this.#redraw()) },
      registerCommand('steadfast.openAsText', () => this.#openAsText()),
      ...panelActions.map(action => registerCommand(`steadfast.${action}`, turn => this.#performOn(turn, action))),
      registerCommand('steadfast.addToQuestion', () => parts.adding.pick(this.#active?.conversation.id)),
    ];
  }

  /**
   * Shows a conversation: in the panel it already has, else in the one panel for all in place of what that shows, else in a
   * new one beside the code. What is under way, and text that is kept nowhere else, is not taken from its panel.
   */
  show(conversation: Conversation, title: string): void {
    const known = this.#open.get(conversation);
    if (known) return known.reveal();
    const free = [...this.#open.values()].find(
      panel => !this.#own.has(panel) && isKeptElsewhere(panel.conversation.turns),
    );
    if (free === undefined) return this.#adopt(openPanel(conversation, { title }, this.#panelParts()));
    const webview = free.leave();
    webview.title = title;
    const panel = new AnswerPanel(conversation, this.#panelParts(), webview);
    this.#adopt(panel);
    panel.reveal();
  }

  /** Gives a conversation a panel of its own, which no other takes; undefined: the one that is in use. */
  showInNewPanel(conversation = this.#active?.conversation, title?: string): void {
    if (conversation === undefined) return;
    const before = this.#open.get(conversation);
    const webview = before?.leave();
    const place = { title: title ?? webview?.title ?? '', column: webview?.viewColumn };
    const panel = openPanel(conversation, place, this.#panelParts());
    this.#own.add(panel);
    this.#adopt(panel);
    webview?.dispose();
  }

  /** Shows two answers beside each other. */
  showBoth(both: BothTexts): Promise<void> {
    return this.#texts.showBoth(both);
  }

  /** Tells who hears the panel in use what was done outside it. */
  say(words: string): void {
    this.#active?.say(words);
  }

  /** Fills a panel that outlived a reload; one whose answers are gone is closed. */
  async revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const id = typeof state === 'object' && state !== null && 'panel' in state ? state.panel : undefined;
    const conversation = typeof id === 'string' ? await this.#parts.restore(id) : undefined;
    if (conversation) this.#adopt(new AnswerPanel(conversation, this.#panelParts(), panel));
    else panel.dispose();
  }

  dispose(): void {
    for (const disposable of [...this.#disposables, ...this.#open.values()]) disposable.dispose();
  }

  #panelParts(): PanelParts {
    const { extensionUri, surroundings, waiting, adding } = this.#parts;
    const added = adding.lists;
    return {
      extensionUri,
      surroundings,
      waiting,
      added,
      onMessage: (panel, message) => void this.#handle(panel, message),
    };
  }

  #adopt(panel: AnswerPanel): void {
    this.#open.set(panel.conversation, panel);
    const stopListening = panel.conversation.onDidChange(change => {
      if (change === 'turns') this.#tellContext();
    });
    panel.onceGone(() => {
      stopListening();
      this.#open.delete(panel.conversation);
      this.#tellContext();
    });
    panel.onDidChangeActive(() => this.#tellContext());
    this.#tellContext();
  }

  async #handle(panel: AnswerPanel, message: Exclude<FromPanel, { kind: 'ready' }>): Promise<void> {
    const { conversation } = panel;
    switch (message.kind) {
      case 'action':
        return this.#parts.perform(message.action, conversation, message.turn);
      case 'followUp':
        return message.text.trim() === '' ? undefined : this.#parts.followUp(conversation, message.text.trim());
      case 'code': {
        const turn = conversation.turns.find(({ id }) => id === message.turn);
        const place = conversation.askedIn(message.turn)?.place;
        return turn && this.#parts.useCode(message.use, { turn, block: message.block, place });
      }
      case 'fact':
        return goToFact({ conversation, id: message.turn, fact: message.fact }, this.#parts);
      case 'link':
        return openLink(message.url, this.#parts.user);
      case 'suggest':
        return this.#suggest(panel, message.typed);
      case 'add':
        return message.name === ''
          ? this.#parts.adding.pick(conversation.id)
          : this.#parts.adding.addNamed(message.name, conversation.id);
      case 'removeAdded':
        return this.#parts.adding.lists.remove(message.id, conversation.id);
    }
  }

  /** Once the user pauses: each search goes through the files of the workspace. */
  async #suggest(panel: AnswerPanel, typed: string): Promise<void> {
    this.#typed.set(panel, typed);
    await pause(suggestAfterMs);
    if (this.#typed.get(panel) !== typed) return;
    const found = await this.#parts.adding.offers(typed);
    panel.suggest(
      typed,
      found.map(({ name, description }) => ({ name, description })),
    );
  }

  /** On this turn of an open panel, or, as the palette and the keys mean it, on the latest of the one in use. */
  async #performOn(id: unknown, action: Action): Promise<void> {
    const named = [...this.#open.keys()].find(({ turns }) => turns.some(turn => turn.id === id));
    const conversation = named ?? this.#active?.conversation ?? (isOfAnyPanel(action) ? this.#latest : undefined);
    const turn = conversation?.turns.findLast(each => named === undefined || each.id === id);
    if (!conversation || !turn) return isOfAnyPanel(action) ? this.#parts.user.tell(nothingOpenText()) : undefined;
    if (isOfAnyPanel(action)) this.show(conversation, turn.title);
    await this.#parts.perform(action, conversation, turn.id);
  }

  async #openAsText(): Promise<void> {
    const panel = this.#active ?? [...this.#open.values()].at(-1);
    const turns = panel?.conversation.turns ?? [];
    const [first] = turns;
    if (!first) return;
    const surroundings = this.#parts.surroundings();
    await this.#texts.show(first.title, conversationText(turns.map(turn => turnView(turn, surroundings))));
  }

  get #active(): AnswerPanel | undefined {
    return [...this.#open.values()].find(panel => panel.isActive);
  }

  get #latest(): Conversation | undefined {
    return inSight(this.#parts.latest()) ?? [...this.#open.keys()].at(-1);
  }

  #redraw(): void {
    for (const panel of this.#open.values()) panel.redraw();
  }

  #tellContext(): void {
    const turn = this.#active?.conversation.turns.at(-1);
    const judged = turn?.answer !== undefined && turn.decision === undefined ? turn.answer.confidence : undefined;
    const { thresholds } = this.#parts.surroundings();
    const verdict = judged ? verdictOf(judged, thresholds) : 'pass';
    void setContext('steadfast.panelOpen', this.#open.size > 0);
    void setContext('steadfast.panelFocused', turn !== undefined);
    void setContext('steadfast.waiting', turn !== undefined && canPassOver(turn));
    void setContext('steadfast.continuable', turn !== undefined && isContinuable(turn));
    void setContext('steadfast.showable', turn !== undefined && hasResult(turn, thresholds));
    void setContext('steadfast.doubtful', verdict === 'disclaim');
    void setContext('steadfast.review', verdict === 'review');
    void setContext('steadfast.keepable', turn !== undefined && canAskLater(turn));
    void setContext('steadfast.compared', turn?.comparedWith !== undefined);
    void setContext('steadfast.queued', turn?.queued === true);
  }
}
