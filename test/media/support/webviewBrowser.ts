import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { requireBrowser } from '../../../scripts/machine/findBrowser.ts';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const closed = ['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/** A real page of ours in a real browser, with a stand-in for VS Code's side. */
export interface WebviewInBrowser<Message> {
  readonly page: Page;
  /** Addresses that anything tried to fetch, besides the page's own files. */
  readonly requests: readonly string[];
  /** Delivers a message as the extension would, and returns when it has been heard. */
  readonly tell: (message: Message) => Promise<void>;
  /** Takes the messages that the page posted since the last call. */
  readonly posted: () => Promise<readonly unknown[]>;
  /** What the page's Content-Security-Policy had to stop, and errors of its script. */
  readonly violations: () => Promise<readonly string[]>;
  /** What the page saved with VS Code. */
  readonly state: () => Promise<unknown>;
}

export interface WebviewOptions {
  readonly width?: number;
  readonly height?: number;
  /** What VS Code kept from before. */
  readonly state?: unknown;
  readonly title?: string;
}

/** A page and its files. */
export interface WebviewSite {
  /** Scripts and styles as they are shipped, by the names of their files. */
  readonly files: ReadonlyMap<string, string>;
  readonly html: (origin: string, title: string) => string;
}

/** A browser with a page in it; every `open` loads it anew. */
export interface WebviewBrowser<Message> {
  readonly open: (options?: WebviewOptions) => Promise<WebviewInBrowser<Message>>;
  readonly close: () => Promise<void>;
}

/** Starts the browser and what serves the page. */
export async function openWebviewBrowser<Message>(site: WebviewSite): Promise<WebviewBrowser<Message>> {
  const executablePath = requireBrowser();
  const server = await serve(site);
  try {
    const browser = await chromium.launch({
      executablePath,
      args: [...quiet, ...closed, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
    const page = await browser.newPage();
    await page.addInitScript(standInForVsCode);
    return {
      open: openerOf(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, site),
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

/** The page, its scripts and its style; the page's title comes with its address. */
async function serve({ files, html }: WebviewSite): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const body = pathname === '/' ? html(origin, searchParams.get('title') ?? '') : files.get(pathname.slice(1));
    const type = pathname === '/' ? 'text/html' : pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
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

function openerOf<Message>(page: Page, origin: string, site: WebviewSite): WebviewBrowser<Message>['open'] {
  const own = [...site.files.keys(), 'favicon.ico'].map(file => `${origin}/${file}`); // a webview asks for no icon
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

/** Runs in the page before its script. */
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
