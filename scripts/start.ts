import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPractice } from '../practice/server.ts';
import { practiceSettings } from '../practice/settings.ts';
import { Cleanup, interrupted } from './support/cleanup.ts';
import { giveHistory } from './editor/sampleHistory.ts';
import { closeDesktop, findDesktopCommand, openDesktop } from './editor/desktop.ts';
import { cleanEnvironment } from './support/environment.ts';
import { startFront } from './editor/front.ts';
import { listenToKeys } from './support/keys.ts';
import { packExtension } from './build/package.ts';
import { projectRoot } from './support/projectRoot.ts';
import { runMain } from './support/runMain.ts';
import { say } from './support/say.ts';
import { ensureVscodeHost } from './machine/vscodeHost.ts';
import { startVscodeServer } from './editor/vscodeServer.ts';

/** What is shown: the packed extension, on a workspace that may be changed at will. */
interface Show {
  readonly vsix: string;
  readonly workspace: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** An empty folder for whatever VS Code needs. */
  readonly profile: string;
}

interface Running {
  /** Resolves when VS Code ended by itself: its window was closed, or its server died. */
  readonly ended: Promise<unknown>;
}

type Open = (show: Show, cleanup: Cleanup) => Promise<Running>;

/** `npm start [-- --desktop] [-- --port N]`: a real VS Code with the extension, until Ctrl+C. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, port: { type: 'string', default: '0' } } });
  const cleanup = new Cleanup();
  const quit = Promise.withResolvers<undefined>();
  const play = async (): Promise<void> => {
    const open = values.desktop === true ? await readyDesktop() : await readyBrowser(Number(values.port));
    const practice = await startPractice();
    cleanup.add(() => practice.stop());
    const { ended } = await open(await prepare({ ...practiceSettings(practice) }, cleanup), cleanup);
    listenToKeys({ legend: practice.keys, press: key => practice.press(key), quit: () => quit.resolve(undefined) });
    await ended;
  };
  try {
    await Promise.race([interrupted(), quit.promise, play()]);
    say('stopping');
  } finally {
    await cleanup.run();
  }
  return 0;
}

async function prepare(settings: Show['settings'], cleanup: Cleanup): Promise<Show> {
  const vsix = await packExtension();
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'steadfast-start-'));
  cleanup.add(() => rm(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  const workspace = path.join(temporary, 'workspace');
  await cp(path.join(projectRoot, 'practice/workspace'), workspace, { recursive: true });
  giveHistory(workspace);
  return { vsix, workspace, settings, profile: path.join(temporary, 'profile') };
}

/** Installs what a VS Code for the person's own browser needs. */
async function readyBrowser(port: number): Promise<Open> {
  const host = await ensureVscodeHost();
  return async (show, cleanup) => {
    say("starting VS Code's server");
    const connectionToken = randomBytes(16).toString('hex');
    const server = await startVscodeServer({
      host,
      vsix: show.vsix,
      machineSettings: show.settings,
      userSettings: { 'security.workspace.trust.startupPrompt': 'always', 'workbench.startupEditor': 'readme' },
      env: cleanEnvironment(),
      asksForTrust: true,
      testDriver: false,
      endsWhenUnused: false,
      connectionToken,
    });
    cleanup.add(() => server.stop());
    const front = await startFront({ serverPort: server.port, connectionToken, port });
    cleanup.add(() => front.stop());
    const query = new URLSearchParams({ tkn: connectionToken, folder: show.workspace });
    greet(`http://127.0.0.1:${front.port}/?${query.toString()}`);
    return server;
  };
}

function greet(address: string): void {
  console.log('\nVS Code with Steadfast is open here, on a copy of the sample workspace:\n');
  console.log(`  ${address}\n`);
  console.log('Its answers are practice: they are made by rules on this machine, no model is asked. Ctrl+C ends it.\n');
}

/** Finds a VS Code for the desktop, or downloads it. */
async function readyDesktop(): Promise<Open> {
  const command = await findDesktopCommand();
  return (show, cleanup) => {
    cleanup.add(() => closeDesktop(show.profile));
    return openDesktop(command, show);
  };
}

runMain(main);
