import type * as vscode from 'vscode';
import type { Action, FromPanel, PanelView, ToPanel } from '../../../src/shared/protocol.ts';

/** An answer panel, and what its webview was last told to show: of the conversation that it has now. */
export class ShownPanel {
  #view: PanelView | undefined;
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
    const turn = this.#view?.turns.at(-1)?.id ?? '';
    for (const listener of this.#listeners) listener({ kind: 'action', action, turn } satisfies FromPanel);
  }

  /** undefined: its webview has not yet said that it is ready to show something. */
  get view(): PanelView | undefined {
    return this.#view;
  }
}
