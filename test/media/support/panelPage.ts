import { after, before } from 'node:test';
import { chromium, type Page } from 'playwright-core';
import { panelHtml } from '../../../src/editor/panelHtml.ts';
import type { ToPanel } from '../../../src/shared/protocol.ts';
import { bundlePanel, bundlePanelParts } from './panelBundles.ts';

const origin = 'http://panel.invalid';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const closed = ['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/** The real page of the answer panel in a real browser, with a stand-in for VS Code's side. */
export interface PanelPage {
  readonly page: Page;
  /** Addresses that anything tried to fetch, besides the page's own files. */
  readonly requests: readonly string[];
  /** Delivers a message as the extension would, and returns when it has been heard. */
  readonly tell: (message: ToPanel) => Promise<void>;
  /** Takes the messages that the panel posted since the last call. */
  readonly posted: () => Promise<readonly unknown[]>;
  /** What the page's Content-Security-Policy had to stop, and errors of its script. */
  readonly violations: () => Promise<readonly string[]>;
  /** What the panel saved with VS Code. */
  readonly state: () => Promise<unknown>;
}

export interface PanelPageOptions {
  readonly width?: number;
  readonly height?: number;
  /** What VS Code kept from before. */
  readonly state?: unknown;
  readonly title?: string;
}

/** Starts one browser page for the file's tests; every `open` loads it anew. */
export function withPanelPage(): { readonly open: (options?: PanelPageOptions) => Promise<PanelPage> } {
  let open: ((options?: PanelPageOptions) => Promise<PanelPage>) | undefined;
  let close: (() => Promise<void>) | undefined;
  before(async () => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [...quiet, ...closed, '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
    close = () => browser.close();
    const page = await browser.newPage();
    await page.addInitScript(standInForVsCode);
    open = await openerOf(page);
  });
  after(() => close?.());
  return {
    open: options => {
      if (open === undefined) throw new Error('the browser starts before the first test');
      return open(options);
    },
  };
}

async function openerOf(page: Page): Promise<(options?: PanelPageOptions) => Promise<PanelPage>> {
  const { script, style } = await bundlePanel();
  let title = '';
  let requests: string[] = [];
  await page.route('**/*', route => {
    const { href, pathname } = new URL(route.request().url());
    if (pathname === '/panel.js') return route.fulfill({ body: script, contentType: 'text/javascript' });
    if (pathname === '/panel.css') return route.fulfill({ body: style, contentType: 'text/css' });
    if (pathname === '/') return route.fulfill({ body: pageOf(title), contentType: 'text/html' });
    if (pathname !== '/favicon.ico') requests.push(href); // a browser asks for it, a webview does not
    return route.abort();
  });
  return async (options = {}) => {
    title = options.title ?? 'Steadfast';
    requests = [];
    await page.setViewportSize({ width: options.width ?? 900, height: options.height ?? 700 });
    await page.goto(`${origin}/?${encodeURIComponent(JSON.stringify({ state: options.state }))}`);
    return {
      page,
      requests,
      tell: message => page.evaluate(`standIn.tell(${JSON.stringify(message)})`),
      posted: () => page.evaluate('standIn.posted.splice(0)'),
      violations: () => page.evaluate('standIn.violations'),
      state: () => page.evaluate('standIn.state'),
    };
  };
}

function pageOf(title: string): string {
  return panelHtml({
    nonce: 'bm9uY2U=',
    cspSource: origin,
    scriptUri: `${origin}/panel.js`,
    styleUri: `${origin}/panel.css`,
    panelId: 'panel-1',
    language: 'en',
    title,
  });
}

/** Runs in the page before the panel's script. */
const standInForVsCode = `
  const standIn = globalThis.standIn = { posted: [], violations: [] };
  Object.assign(standIn, JSON.parse(decodeURIComponent(location.search.slice(1)) || '{}'));
  standIn.tell = message => new Promise(resolve => {
    addEventListener('message', () => setTimeout(resolve), { once: true });
    postMessage(message, '*');
  });
  globalThis.acquireVsCodeApi = () => ({
    postMessage: message => void standIn.posted.push(message),
    getState: () => standIn.state,
    setState: state => void (standIn.state = structuredClone(state)),
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    standIn.violations.push(violatedDirective + ' ' + blockedURI));
  addEventListener('error', ({ message }) => standIn.violations.push(message));`;

/** Gives the page the panel's inner parts as `parts`, for what no message reaches directly. */
export async function givePanelParts(page: Page): Promise<void> {
  await page.evaluate(`${await bundlePanelParts()}; globalThis.parts = parts; undefined`);
}
