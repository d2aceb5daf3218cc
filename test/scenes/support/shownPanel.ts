import type * as vscode from 'vscode';
import type { Action, FromPanel, PanelView, ToPanel } from '../../../src/shared/protocol.ts';

/** An answer panel, and what its webview was last told to show: of the conversation that it has now. */
export class ShownPanel {
  #view: PanelView | undefined;
  /** The names that were last found for what was typed. */
  readonly suggestions = new Map<string, readonly string[]>();
  #listeners: ((message: unknown) => void)[] = [];

  /** `onOpened` is called each time it is given a conversation. */
  constructor({ webview }: vscode.WebviewPanel, onOpened: (panel: ShownPanel) => void) {
    const page = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(webview), 'html');
    const post = webview.postMessage.bind(webview);
    const { onDidReceiveMessage } = webview;
    Object.assign(webview, {
      onDidReceiveMessage: (...given: Parameters<typeof onDidReceiveMessage>) => {
        this.#listeners.push(given[0]);
        return onDidReceiveMessage(...given);
      },
      postMessage: (message: ToPanel) => {
        if (message.kind === 'view') this.#view = message.view;
        if (message.kind === 'suggestions')
          this.suggestions.set(
            message.typed,
            message.found.map(({ name }) => name),
          );
        return post(message);
      },
    });
    Object.defineProperty(webview, 'html', {
      get: () => page?.get?.call(webview) as unknown,
      set: (html: string) => {
        this.#view = undefined;
        this.#listeners = this.#listeners.slice(-1); // who set the page listens already
        onOpened(this);
        page?.set?.call(webview, html);
      },
    });
  }

  /** Presses a button of its last turn, as its webview would tell it. */
  press(action: Action): void {
    this.says({ kind: 'action', action, turn: this.#view?.turns.at(-1)?.id ?? '' });
  }

  /** Tells what its webview would tell. */
  says(message: FromPanel): void {
    for (const listener of this.#listeners) listener(message);
  }

  /** undefined: its webview has not yet said that it is ready to show something. */
  get view(): PanelView | undefined {
    return this.#view;
  }
}
