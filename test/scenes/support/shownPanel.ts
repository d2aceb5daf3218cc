import type * as vscode from 'vscode';
import type { PanelView, ToPanel } from '../../../src/shared/protocol.ts';

/** An answer panel, and what its webview was last told to show: of the conversation that it has now. */
export class ShownPanel {
  #view: PanelView | undefined;

  /** `onOpened` is called each time it is given a conversation. */
  constructor({ webview }: vscode.WebviewPanel, onOpened: (panel: ShownPanel) => void) {
    const page = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(webview), 'html');
    const post = webview.postMessage.bind(webview);
    Object.assign(webview, {
      postMessage: (message: ToPanel) => {
        if (message.kind === 'view') this.#view = message.view;
        return post(message);
      },
    });
    Object.defineProperty(webview, 'html', {
      get: () => page?.get?.call(webview) as unknown,
      set: (html: string) => {
        this.#view = undefined;
        onOpened(this);
        page?.set?.call(webview, html);
      },
    });
  }

  /** undefined: its webview has not yet said that it is ready to show something. */
  get view(): PanelView | undefined {
    return this.#view;
  }
}
