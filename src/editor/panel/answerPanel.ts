// Over 200 lines with its comments: one class, which alone knows what its webview was told.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { readFromPanel } from '../../shared/readMessage.ts';
import type { AddedLists } from '../../interaction/added/addedLists.ts';
import { addedView } from '../../interaction/added/addedView.ts';
import type { FromPanel, PanelLabels, PanelView, SuggestionView, ToPanel } from '../../shared/protocol.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import type { Change, Conversation } from '../../interaction/conversation/conversation.ts';
import { panelHtml } from '../../interaction/panel/panelHtml.ts';
import { panelType } from '../../interaction/panel/panelType.ts';
import { type TurnSurroundings, turnView } from '../../interaction/conversation/turnView.ts';

export interface PanelParts {
  readonly extensionUri: vscode.Uri;
  readonly surroundings: () => TurnSurroundings;
  /** How long a turn has waited, and for what; empty: nothing to say. */
  readonly waiting: (turn: Turn) => string;
  readonly added: Pick<AddedLists, 'of' | 'onDidChange'>;
  /** What the user pressed or typed; checked already. */
  readonly onMessage: (panel: AnswerPanel, message: Exclude<FromPanel, { kind: 'ready' }>) => void;
}

const appendEveryMs = 30;
const waitingEveryMs = 1_000;

/** A webview that shows one conversation. Closing it stops what is under way in it; it may be left to another conversation. */
export class AnswerPanel implements vscode.Disposable {
  readonly conversation: Conversation;
  readonly #parts: PanelParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #pending = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  /** Runs only while a turn is under way. */
  #ticker: NodeJS.Timeout | undefined;
  #ready = false;
  readonly #whenGone: (() => void)[] = [];

  constructor(conversation: Conversation, parts: PanelParts, panel: vscode.WebviewPanel) {
    this.conversation = conversation;
    this.#parts = parts;
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.svg');
    this.#disposables.push(
      panel.webview.onDidReceiveMessage(message => this.#receive(message)),
      panel.onDidDispose(() => this.dispose()),
      { dispose: conversation.onDidChange(change => this.#draw(change)) },
      { dispose: parts.added.onDidChange(id => id === conversation.id && this.#draw('turns')) },
    );
    panel.webview.options = panelOptions(parts.extensionUri);
    panel.webview.html = this.#html();
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Calls once this conversation is no longer shown here. */
  onceGone(listener: () => void): void {
    this.#whenGone.push(listener);
  }

  onDidChangeActive(listener: () => void): void {
    this.#disposables.push(this.#panel.onDidChangeViewState(listener));
  }

  /** Draws everything anew: what is around the answers has changed. */
  redraw(): void {
    this.#draw('turns');
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** What may be added by a name that begins as it is typed now. */
  suggest(typed: string, found: readonly SuggestionView[]): void {
    this.#post({ kind: 'suggestions', typed, found });
  }

  /** Tells who hears the page what was done outside it. */
  say(text: string): void {
    this.#post({ kind: 'say', text });
  }

  dispose(): void {
    this.conversation.stop();
    this.leave().dispose();
  }

  /** Leaves the webview, as it is, to somebody else; the conversation goes on. */
  leave(): vscode.WebviewPanel {
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    for (const disposable of this.#disposables.splice(0)) disposable.dispose();
    for (const listener of this.#whenGone.splice(0)) listener();
    return this.#panel;
  }

  #html(): string {
    const { webview } = this.#panel;
    const file = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(this.#parts.extensionUri, ...path));
    return panelHtml({
      nonce: randomBytes(16).toString('base64url'),
      cspSource: webview.cspSource,
      scriptUri: file('dist', 'media', 'panel.js').toString(),
      coloursUri: file('dist', 'media', 'colours.js').toString(),
      styleUri: file('dist', 'media', 'panel.css').toString(),
      panelId: this.conversation.id,
      language: vscode.env.language,
      title: this.#panel.title,
    });
  }

  #receive(message: unknown): void {
    const known = readFromPanel(message);
    if (!known) return; // a webview is not trusted: what is not on the closed list does not exist
    if (known.kind === 'ready') {
      this.#ready = true;
      this.#draw('turns');
    } else this.#parts.onMessage(this, known);
  }

  #draw(change: Change): void {
    if (!this.#ready) return;
    if (change === 'turns') {
      this.#pending.clear();
      this.#post({ kind: 'view', view: this.#view() });
      this.#keepTicking();
      return;
    }
    this.#pending.set(change.turn, (this.#pending.get(change.turn) ?? '') + change.text);
    this.#timer ??= setTimeout(() => this.#flush(), appendEveryMs);
  }

  /** A turn's waiting time is told every second, as long as one waits. */
  #keepTicking(): void {
    clearInterval(this.#ticker);
    if (!this.conversation.isWorking) return;
    const tick = (): void => {
      const working = this.conversation.turns.filter(({ phase }) => phase === 'working');
      for (const turn of working) this.#post({ kind: 'waiting', turn: turn.id, text: this.#parts.waiting(turn) });
    };
    tick();
    this.#ticker = setInterval(tick, waitingEveryMs);
  }

  #flush(): void {
    this.#timer = undefined;
    for (const [turn, text] of this.#pending) this.#post({ kind: 'append', turn, text });
    this.#pending.clear();
  }

  #view(): PanelView {
    const around = this.#parts.surroundings();
    return {
      title: this.#panel.title,
      labels: labels(),
      turns: this.conversation.turns.map(turn => turnView(turn, around)),
      canAsk: !this.conversation.isWorking,
      added: this.#parts.added.of(this.conversation.id).map(addedView),
    };
  }

  #post(message: ToPanel): void {
    void this.#panel.webview.postMessage(message); // resolves to false when the panel is hidden; it asks again when shown
  }
}

/** What a new panel has from the beginning. */
export interface NewPanel {
  readonly title: string;
  /** Without one it stands beside the code, which keeps the focus. */
  readonly column?: vscode.ViewColumn | undefined;
}

/** Opens a panel of its own for a conversation. */
export function openPanel(conversation: Conversation, { title, column }: NewPanel, parts: PanelParts): AnswerPanel {
  const place = { viewColumn: column ?? vscode.ViewColumn.Beside, preserveFocus: column === undefined };
  const panel = vscode.window.createWebviewPanel(panelType, title, place, {
    ...panelOptions(parts.extensionUri),
    retainContextWhenHidden: false,
  });
  return new AnswerPanel(conversation, parts, panel);
}

const panelOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  enableCommandUris: false,
  enableForms: false,
  localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'media'), vscode.Uri.joinPath(extensionUri, 'media')],
});

const labels = (): PanelLabels => ({
  followUp: l10n.t('Ask a follow-up question'),
  send: l10n.t('Send'),
  copyCode: l10n.t('Copy Code'),
  insertCode: l10n.t('Insert at Cursor'),
  notYetChecked: l10n.t('not checked'),
  copied: l10n.t('Copied'),
  openLink: l10n.t('Open Link'),
  imageLeftOut: l10n.t('Image left out'),
  details: l10n.t('Details'),
  conversation: l10n.t('Conversation with Steadfast'),
  code: l10n.t('Code'),
  table: l10n.t('Table'),
  add: l10n.t('Add to Question…'),
  added: l10n.t('Added to the question'),
  suggestions: l10n.t('What can be added'),
  moreActions: l10n.t('More Actions'),
});
