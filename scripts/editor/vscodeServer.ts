import { once } from 'node:events';
import { globSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startProgram, type Program } from '../support/lifeline.ts';
import { mustRun } from '../support/runCommand.ts';
import type { VscodeHost } from '../machine/vscodeHost.ts';

type Settings = Readonly<Record<string, unknown>>;

export interface ServerOptions {
  readonly host: VscodeHost;
  /** The user's settings in this VS Code. */
  readonly userSettings?: Settings;
  /** The settings of the machine that the extension runs on: where machine-scoped settings have to stand. */
  readonly machineSettings?: Settings;
  /** The whole environment, see `environment.ts`. Home and temporary folders are set here. */
  readonly env: NodeJS.ProcessEnv;
  /** Whether VS Code asks to trust a folder; otherwise every folder is trusted. */
  readonly asksForTrust: boolean;
  /** Lets a page say in its address which extension is under test and run its tests. Suppresses notifications. */
  readonly testDriver: boolean;
  /** Makes the server end some time after its last window was closed. */
  readonly endsWhenUnused: boolean;
  /** Asks for this secret in the address (`?tkn=`); without one, every local process may connect. */
  readonly connectionToken?: string;
  /** Of VS Code's own extensions only those that run no code. */
  readonly withoutCodeOfOthers?: boolean;
  /** An extension to install before the start. */
  readonly vsix?: string;
}

/** A running VS Code server on a free loopback port, with temporary folders that go when it is stopped. */
export interface VscodeServer {
  readonly port: number;
  readonly dataFolder: string;
  /** Resolves when it ended, by itself or stopped. */
  readonly ended: Promise<unknown>;
  /** All that it printed. */
  log(): string;
  /** Replaces the machine's settings; VS Code sees it by itself. */
  setMachineSettings(settings: Settings): Promise<void>;
  stop(): Promise<void>;
}

const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'git.autofetch': false,
  'files.hotExit': 'off',
  'editor.accessibilitySupport': 'off',
};

/** Starts VS Code's server; gives up after 30 s. */
export async function startVscodeServer(options: ServerOptions): Promise<VscodeServer> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-vscode-'));
  const remove = (): Promise<void> => rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    const env = await prepare(dataFolder, options);
    const { node, serverScript } = options.host;
    const program = startProgram([node, serverScript, ...serverArguments(dataFolder, options)], env);
    const log = keepOutput(program);
    const port = await readPort(program, log);
    const stop = async (): Promise<void> => {
      await program.stop();
      await remove();
    };
    const setMachineSettings = (settings: Settings): Promise<void> => writeSettings(dataFolder, 'Machine', settings);
    return { port, dataFolder, log, ended: once(program.child, 'exit'), setMachineSettings, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Writes the settings, installs the extension, and gives the server's environment. */
async function prepare(dataFolder: string, options: ServerOptions): Promise<NodeJS.ProcessEnv> {
  const trust = options.asksForTrust ? {} : { 'security.workspace.trust.enabled': false };
  await writeSettings(dataFolder, 'User', { ...quietSettings, ...trust, ...options.userSettings });
  await writeSettings(dataFolder, 'Machine', options.machineSettings ?? {});
  if (options.withoutCodeOfOthers === true) await linkHarmless(options.host, path.join(dataFolder, 'built-in'));
  const home = path.join(dataFolder, 'home');
  const temporary = path.join(dataFolder, 't'); // short: it holds sockets, whose paths are limited
  await mkdir(home);
  await mkdir(temporary);
  await chmod(temporary, 0o700);
  const folders = { HOME: home, TMPDIR: temporary, XDG_RUNTIME_DIR: temporary };
  const userData = options.testDriver ? { STEADFAST_USER_DATA: path.join(dataFolder, 'data/User') } : {};
  const env = { ...options.env, ...folders, ...userData, EXTENSIONS_GALLERY: '{}' };
  if (options.vsix !== undefined) {
    const install = ['--install-extension', options.vsix, '--server-data-dir', dataFolder];
    await mustRun(options.host.node, [options.host.serverScript, ...install], { env });
  }
  return env;
}

/** Links the extensions that VS Code comes with and that are no more than data: languages, colours. */
async function linkHarmless({ serverScript }: VscodeHost, folder: string): Promise<void> {
  const builtIn = path.join(path.dirname(serverScript), '../extensions');
  await mkdir(folder);
  for (const manifest of globSync('*/package.json', { cwd: builtIn })) {
    const { main, browser } = JSON.parse(await readFile(path.join(builtIn, manifest), 'utf8')) as Readonly<
      Record<string, unknown>
    >;
    const name = path.dirname(manifest);
    if (main === undefined && browser === undefined) await symlink(path.join(builtIn, name), path.join(folder, name));
  }
}

async function writeSettings(dataFolder: string, owner: 'User' | 'Machine', settings: Settings): Promise<void> {
  const folder = path.join(dataFolder, 'data', owner);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

function serverArguments(dataFolder: string, options: ServerOptions): readonly string[] {
  const { asksForTrust, testDriver, endsWhenUnused, connectionToken, withoutCodeOfOthers = false } = options;
  return [
    ...(withoutCodeOfOthers ? ['--builtin-extensions-dir', path.join(dataFolder, 'built-in')] : []),
    ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', dataFolder],
    ...(connectionToken === undefined ? ['--without-connection-token'] : ['--connection-token', connectionToken]),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-experiments'],
    ...['--disable-update-check', '--disable-getting-started-override'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(endsWhenUnused ? ['--enable-remote-auto-shutdown', '--reconnection-grace-time', testDriver ? '5' : '120'] : []),
  ];
}

function keepOutput({ child }: Program): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  return () => output;
}

async function readPort(program: Program, log: () => string): Promise<number> {
  const { child } = program;
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const late = setTimeout(() => reject(new Error(`VS Code's server did not start within 30 s\n${log()}`)), 30_000);
  child.stdout.on('data', () => {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port !== undefined) resolve(Number(port));
  });
  child.once('exit', code => reject(new Error(`VS Code's server ended with ${code}\n${log().slice(-4000)}`)));
  try {
    return await promise;
  } catch (error) {
    await program.stop();
    throw error;
  } finally {
    clearTimeout(late);
  }
}
