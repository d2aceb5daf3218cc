import type * as vscode from 'vscode';
import type { PanelView, ToPanel } from '../../../src/shared/protocol.ts';

/** An answer panel, and what its webview was last told to show. */
export class ShownPanel {
  readonly title: string;
  #view: PanelView | undefined;

  constructor({ title, webview }: vscode.WebviewPanel) {
    this.title = title;
    const post = webview.postMessage.bind(webview);
    Object.assign(webview, {
      postMessage: (message: ToPanel) => {
        if (message.kind === 'view') this.#view = message.view;
        return post(message);
      },
    });
  }

  /** undefined: its webview has not yet said that it is ready to show something. */
  get view(): PanelView | undefined {
    return this.#view;
  }
}
