import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { panelHtml } from '../../../src/interaction/panel/panelHtml.ts';
import type { ToPanel } from '../../../src/shared/protocol.ts';
import { bundlePanel, bundlePanelParts } from './panelBundles.ts';
import { openWebviewBrowser, type WebviewBrowser, type WebviewInBrowser } from './webviewBrowser.ts';

/** The real page of the answer panel in a real browser. */
export type PanelPage = WebviewInBrowser<ToPanel>;
export type PanelBrowser = WebviewBrowser<ToPanel>;

/** Starts the browser and what serves the page. */
export const openPanelBrowser = async (): Promise<PanelBrowser> =>
  openWebviewBrowser({ files: await bundlePanel(), html: pageOf });

/** One browser for the file's tests. */
export function withPanelPage(): Pick<PanelBrowser, 'open'> {
  let browser: PanelBrowser | undefined;
  before(async () => {
    browser = await openPanelBrowser();
  });
  after(() => browser?.close());
  return {
    open: options => {
      if (browser === undefined) throw new Error('the browser starts before the first test');
      return browser.open(options);
    },
  };
}

function pageOf(origin: string, title: string): string {
  return panelHtml({
    nonce: 'bm9uY2U=',
    cspSource: origin,
    scriptUri: `${origin}/panel.js`,
    coloursUri: `${origin}/colours.js`,
    styleUri: `${origin}/panel.css`,
    panelId: 'panel-1',
    language: 'en',
    title,
  });
}

/** Gives the page the panel's inner parts as `parts`, for what no message reaches directly. */
export async function givePanelParts(page: Page): Promise<void> {
  await page.evaluate(`${await bundlePanelParts()}; globalThis.parts = parts; undefined`);
}

/** Waits until the page shows what was streamed. */
export async function textDrawn({ page }: PanelPage, text: string): Promise<void> {
  await page.locator('.turn > .answer', { hasText: text }).waitFor();
}
