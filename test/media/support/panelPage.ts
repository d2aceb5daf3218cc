import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { chromium, type Page } from 'playwright-core';
import { requireBrowser } from '../../../scripts/machine/findBrowser.ts';
import { panelHtml } from '../../../src/interaction/panel/panelHtml.ts';
import type { ToPanel } from '../../../src/shared/protocol.ts';
import { bundlePanel, bundlePanelParts } from './panelBundles.ts';

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

/** A browser with the panel's page in it; every `open` loads it anew. */
export interface PanelBrowser {
  readonly open: (options?: PanelPageOptions) => Promise<PanelPage>;
  readonly close: () => Promise<void>;
}

/** Starts the browser and what serves the page. */
export async function openPanelBrowser(): Promise<PanelBrowser> {
  const executablePath = requireBrowser();
  const server = await servePanel();
  try {
    const browser = await chromium.launch({
      executablePath,
      args: [...quiet, ...closed, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
    const page = await browser.newPage();
    await page.addInitScript(standInForVsCode);
    return {
      open: openerOf(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      close: async () => {
        await browser.close();
        closeServer(server);
      },
    };
  } catch (error) {
    closeServer(server);
    throw error;
  }
}

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

/** The page, its script and its style; the page's title comes with its address. */
async function servePanel(): Promise<Server> {
  const files = await bundlePanel();
  const server = createServer((request, response) => {
    const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const body = pathname === '/' ? pageOf(origin, searchParams.get('title') ?? '') : files.get(pathname.slice(1));
    const type = { '/': 'text/html', '/panel.css': 'text/css' }[pathname] ?? 'text/javascript';
    response.writeHead(200, { 'content-type': type, 'cache-control': pathname === '/' ? 'no-store' : 'max-age=600' });
    response.end(body ?? '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function closeServer(server: Server): void {
  server.close();
  server.closeAllConnections();
}

function openerOf(page: Page, origin: string): (options?: PanelPageOptions) => Promise<PanelPage> {
  const files = ['panel.js', 'colours.js', 'panel.css', 'favicon.ico']; // a webview asks for no icon
  const own = files.map(file => `${origin}/${file}`);
  let requests: string[] = [];
  page.on('request', request => {
    if (!own.includes(request.url()) && !request.isNavigationRequest()) requests.push(request.url());
  });
  return async (options = {}) => {
    const { state, title = 'Steadfast', width = 900, height = 700 } = options;
    requests = [];
    await page.setViewportSize({ width, height });
    const search = new URLSearchParams({ title, vscode: JSON.stringify({ state }) });
    await page.goto(`${origin}/?${search.toString()}`);
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

/** Runs in the page before the panel's script. */
const standInForVsCode = `
  const standIn = globalThis.standIn = { posted: [], violations: [] };
  Object.assign(standIn, JSON.parse(new URLSearchParams(location.search).get('vscode') ?? '{}'));
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

/** Waits until the page shows what was streamed. */
export async function textDrawn({ page }: PanelPage, text: string): Promise<void> {
  await page.locator('.turn > .answer', { hasText: text }).waitFor();
}
