import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** One window of Chromium with its own empty profile. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

const chromiumArguments = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage'],
];

/** Opens a window without a screen, 1280 × 800. `HEADED=1` shows it on yours. */
export async function openWindow(executablePath: string): Promise<Window> {
  const headless = process.env['HEADED'] === undefined;
  const browser = await chromium.launch({ executablePath, headless, args: chromiumArguments });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await answerMintKey(context);
  return { page: await context.newPage(), context, close: () => browser.close() };
}

/** The workbench asks this address for half of the key that encrypts secrets; with it they survive a reload. */
async function answerMintKey(context: BrowserContext): Promise<void> {
  const body = Buffer.alloc(32, 7);
  await context.route('**/mint-key', route => route.fulfill({ contentType: 'application/octet-stream', body }));
}

export interface WorkbenchRequest {
  /** Host and port of the server, as the browser reaches it. */
  readonly authority: string;
  /** A folder or a `.code-workspace` file; none opens an empty window. */
  readonly workspace?: string;
  /** The extension to run from its sources' folder, or a folder of several (needs the test driver). */
  readonly extensionUnderTest?: string;
  /** The module whose `run` is called in the extension host (needs the test driver). */
  readonly testRunner?: string;
}

/** The address that opens a workbench. */
export function workbenchAddress(request: WorkbenchRequest): string {
  const { authority, workspace, extensionUnderTest, testRunner } = request;
  const remote = (file: string): string => `vscode-remote://${authority}${path.resolve(file)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extensionUnderTest === undefined ? [] : [['extensionDevelopmentPath', remote(extensionUnderTest)]]),
    ...(testRunner === undefined ? [] : [['extensionTestsPath', remote(testRunner)]]),
  ];
  const query = new URLSearchParams(opened(workspace));
  query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query.toString()}`;
}

function opened(workspace: string | undefined): Record<string, string> {
  if (workspace === undefined) return { ew: 'true' };
  const absolute = path.resolve(workspace);
  return workspace.endsWith('.code-workspace') ? { workspace: absolute } : { folder: absolute };
}
