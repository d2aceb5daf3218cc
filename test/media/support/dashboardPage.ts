import path from 'node:path';
import { after, before } from 'node:test';
import { build } from 'esbuild';
import { dashboardHtml } from '../../../src/interaction/dashboard/dashboardHtml.ts';
import type { ToDashboard } from '../../../src/shared/dashboardProtocol.ts';
import { openWebviewBrowser, type WebviewBrowser, type WebviewInBrowser } from './webviewBrowser.ts';

/** The real page of the dashboard in a real browser. */
export type DashboardPage = WebviewInBrowser<ToDashboard>;
export type DashboardBrowser = WebviewBrowser<ToDashboard>;

/** Starts the browser and what serves the page, as it is shipped. */
export async function openDashboardBrowser(): Promise<DashboardBrowser> {
  const { outputFiles } = await build({
    absWorkingDir: path.resolve(import.meta.dirname, '../../..'),
    entryPoints: ['media/dashboard.ts'],
    ...({ bundle: true, format: 'iife', platform: 'browser', write: false, minify: true } as const),
    outdir: 'dist/media',
  });
  return openWebviewBrowser({
    files: new Map(outputFiles.map(file => [path.basename(file.path), file.text])),
    html: (origin, title) =>
      dashboardHtml({
        nonce: 'bm9uY2U=',
        cspSource: origin,
        scriptUri: `${origin}/dashboard.js`,
        styleUri: `${origin}/dashboard.css`,
        language: 'en',
        title,
      }),
  });
}

/** One browser for the file's tests. */
export function withDashboardPage(): Pick<DashboardBrowser, 'open'> {
  let browser: DashboardBrowser | undefined;
  before(async () => {
    browser = await openDashboardBrowser();
  });
  after(() => browser?.close());
  return {
    open: options => {
      if (browser === undefined) throw new Error('the browser starts before the first test');
      return browser.open(options);
    },
  };
}
