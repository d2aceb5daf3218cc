import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { startPractice, type Practice } from '../../../practice/server.ts';
import { openWindow, workbenchAddress } from '../../../scripts/editor/browser.ts';
import { ensureBrowser } from '../../../scripts/machine/browser.ts';
import { testEnvironment } from '../../../scripts/support/environment.ts';
import { startFront } from '../../../scripts/editor/front.ts';
import { packExtension } from '../../../scripts/build/package.ts';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { ensureVscodeHost } from '../../../scripts/machine/vscodeHost.ts';
import { startVscodeServer, type VscodeServer } from '../../../scripts/editor/vscodeServer.ts';
import { Workbench } from './workbench.ts';

const profile = path.join(projectRoot, 'test/fixtures/profile');

/** Where everything stood in the session that wrote the profile: VS Code and the extension keep by address and place. */
const ports = { front: 27_300, openai: 27_301, anthropic: 27_302, local: 27_303 };
const workspace = '/tmp/steadfast-older-profile/workspace';

/** A real VS Code that opens the profile of an older version with the extension of now. */
export interface OlderProfile {
  readonly workbench: Workbench;
  readonly practice: Practice;
  close(): Promise<void>;
}

export async function openOlderProfile(): Promise<OlderProfile> {
  await rm(path.dirname(workspace), { recursive: true, force: true });
  await cp(path.join(projectRoot, 'practice/workspace'), workspace, { recursive: true });
  await cp(path.join(profile, 'workspace'), workspace, { recursive: true });
  const practice = await startPractice({ speed: 0.5, requireKey: true, ports });
  const server = await startServer();
  const front = await startFront({ serverPort: server.port, connectionToken: '', port: ports.front });
  const window = await openWindow(await ensureBrowser());
  await window.context.setStorageState(path.join(profile, 'browser.json'));
  await window.page.goto(workbenchAddress({ authority: `127.0.0.1:${ports.front}`, workspace }));
  await window.page.locator('.monaco-workbench .part.statusbar').waitFor();
  const workbench = new Workbench(window.page);
  return {
    workbench,
    practice,
    close: async () => {
      await workbench.picture('end-olderProfile');
      await window.close();
      front.stop();
      await server.stop();
      await practice.stop();
      await rm(path.dirname(workspace), { recursive: true, force: true });
    },
  };
}

/** With the files of the profile in their places, settings too; nobody reads them before a window is opened. */
async function startServer(): Promise<VscodeServer> {
  const server = await startVscodeServer({
    host: await ensureVscodeHost(),
    vsix: process.env['STEADFAST_VSIX'] ?? (await packExtension()), // the test command packs it once for all files
    env: testEnvironment(),
    asksForTrust: false,
    testDriver: false,
    endsWhenUnused: true,
  });
  await cp(path.join(profile, 'server'), server.dataFolder, { recursive: true });
  return server;
}
