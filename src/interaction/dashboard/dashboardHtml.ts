import { webviewPage, type WebviewPage } from '../platform/webviewPage.ts';

/** What differs between one page of the dashboard and another. */
export interface DashboardHtmlOptions extends Pick<
  WebviewPage,
  'nonce' | 'cspSource' | 'styleUri' | 'language' | 'title'
> {
  /** `webview.asWebviewUri` of `dist/media/dashboard.js`. */
  readonly scriptUri: string;
}

/** VS Code's name for the dashboard. */
export const dashboardType = 'steadfast.dashboard';

/** The dashboard's page, which `media/dashboard.ts` fills. */
export const dashboardHtml = ({ scriptUri, ...page }: DashboardHtmlOptions): string =>
  webviewPage({ ...page, scriptUris: [scriptUri], data: {} });
