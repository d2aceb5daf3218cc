import { webviewPage, type WebviewPage } from '../platform/webviewPage.ts';

/** What differs between one page of the panel and another. */
export interface PanelHtmlOptions extends Pick<WebviewPage, 'nonce' | 'cspSource' | 'styleUri' | 'language' | 'title'> {
  /** `webview.asWebviewUri` of `dist/media/panel.js`. */
  readonly scriptUri: string;
  /** Of `dist/media/colours.js`, which comes after it. */
  readonly coloursUri: string;
  /** Comes back as `panel` in the webview's state, so that a revived panel finds its turns again. */
  readonly panelId: string;
}

/** The answer panel's page, which `media/panel.ts` fills. */
export const panelHtml = ({ scriptUri, coloursUri, panelId, ...page }: PanelHtmlOptions): string =>
  webviewPage({ ...page, scriptUris: [scriptUri, coloursUri], data: { panel: panelId } });
