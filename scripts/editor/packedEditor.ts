import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openWindow, workbenchAddress } from './browser.ts';
import { ensureBrowser } from '../machine/browser.ts';
import { testEnvironment } from '../support/environment.ts';
import { packExtension } from '../build/package.ts';
import { ensureVscodeHost } from '../machine/vscodeHost.ts';
import { startVscodeServer, type VscodeServer } from './vscodeServer.ts';

export interface PackedEditorOptions {
  /** Folder or `.code-workspace` file to open, as it is: give a copy. None: an empty window. */
  readonly workspace?: string;
  readonly userSettings?: Readonly<Record<string, unknown>>;
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** Environment variables of the extension host, beside the clean ones of a test. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether VS Code asks to trust the folder. Default: it is trusted. */
  readonly asksForTrust?: boolean;
}

/** A window as a user has it, in which `page` is the workbench. */
export interface PackedEditor extends Pick<VscodeServer, 'setMachineSettings'> {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Host and port of VS Code's server. */
  readonly authority: string;
  /** What VS Code and its extension hosts have written of what they did. */
  readonly logsFolder: string;
  /** Where the extension keeps what all its windows share. */
  readonly storageFolder: string;
  stop(): Promise<void>;
}

/** Opens VS Code with the packed extension installed and no test driver; resolves when its status bar is drawn. */
export async function openPackedEditor(options: PackedEditorOptions): Promise<PackedEditor> {
  const { workspace, userSettings = {}, machineSettings = {}, env = {}, asksForTrust = false } = options;
  const server = await startVscodeServer({
    host: await ensureVscodeHost(),
    vsix: process.env['STEADFAST_VSIX'] ?? (await packExtension()), // the test command packs it once for all files
    userSettings,
    machineSettings,
    env: { ...testEnvironment(), ...env },
    asksForTrust,
    testDriver: false,
    endsWhenUnused: true,
  });
  const authority = `127.0.0.1:${server.port}`;
  try {
    const window = await openWindow(await ensureBrowser());
    const stop = async (): Promise<void> => {
      await window.close();
      await server.stop();
    };
    try {
      await window.page.goto(workbenchAddress({ authority, ...(workspace === undefined ? {} : { workspace }) }));
      await window.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    } catch (error) {
      await window.close();
      throw error;
    }
    return {
      page: window.page,
      context: window.context,
      authority,
      ...foldersOf(server),
      setMachineSettings: settings => server.setMachineSettings(settings),
      stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const foldersOf = ({ dataFolder }: VscodeServer): Pick<PackedEditor, 'logsFolder' | 'storageFolder'> => ({
  logsFolder: path.join(dataFolder, 'data/logs'),
  storageFolder: path.join(dataFolder, 'data/User/globalStorage/steadfast.steadfast'),
});
