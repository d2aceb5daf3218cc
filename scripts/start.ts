import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPractice } from '../practice/server.ts';
import { practiceSettings } from '../practice/settings.ts';
import { Cleanup, interrupted } from './cleanup.ts';
import { closeDesktop, openDesktop } from './desktop.ts';
import { cleanEnvironment } from './environment.ts';
import { startFront } from './front.ts';
import { listenToKeys } from './keys.ts';
import { packExtension } from './package.ts';
import { projectRoot } from './projectRoot.ts';
import { runMain } from './runMain.ts';
import { say } from './say.ts';
import { ensureVscodeHost } from './vscodeHost.ts';
import { startVscodeServer } from './vscodeServer.ts';

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

/** `npm start [-- --desktop] [-- --port N]`: a real VS Code with the extension, until Ctrl+C. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, port: { type: 'string', default: '0' } } });
  const cleanup = new Cleanup();
  const quit = Promise.withResolvers<undefined>();
  const play = async (): Promise<void> => {
    const practice = await startPractice();
    cleanup.add(() => practice.stop());
    const show = await prepare({ ...practiceSettings(practice) }, cleanup);
    const open = values.desktop === true ? inDesktop(show, cleanup) : inBrowser(show, Number(values.port), cleanup);
    const { ended } = await open;
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
  return { vsix, workspace, settings, profile: path.join(temporary, 'profile') };
}

/** Starts VS Code's server for a browser of the person's own. */
async function inBrowser(show: Show, port: number, cleanup: Cleanup): Promise<Running> {
  const connectionToken = randomBytes(16).toString('hex');
  say("starting VS Code's server");
  const server = await startVscodeServer({
    host: await ensureVscodeHost(),
    vsix: show.vsix,
    machineSettings: show.settings,
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
  console.log('\nVS Code with Steadfast is open here, on a copy of the sample workspace:\n');
  console.log(`  http://127.0.0.1:${front.port}/?${query.toString()}\n`);
  console.log('Its answers are practice: they are made by rules on this machine, no model is asked. Ctrl+C ends it.\n');
  return server;
}

async function inDesktop(show: Show, cleanup: Cleanup): Promise<Running> {
  cleanup.add(() => closeDesktop(show.profile));
  return openDesktop(show);
}

runMain(main);
