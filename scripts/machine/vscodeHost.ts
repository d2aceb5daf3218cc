import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';
import { mustRun } from '../support/runCommand.ts';
import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';

/** VS Code's own server with the real workbench and extension host, and the Node that it runs on. */
export interface VscodeHost {
  readonly node: string;
  readonly serverScript: string;
}

const vscodeFolder = 'node_modules/code-server/lib/vscode';
const source = path.join(projectRoot, 'scripts/machine/vscode-host');

/** Finds the server in the cache, or installs it there with npm alone: about 15 s and 800 MB. Linux only. */
export async function ensureVscodeHost(): Promise<VscodeHost> {
  if (process.platform !== 'linux') {
    throw new Refusal('the VS Code in the browser runs on Linux only; here use a desktop VS Code (-- --desktop)');
  }
  const folder = await hostFolder();
  if (!existsSync(folder)) await install(folder);
  await copyFile(
    path.join(source, 'spdlog.cjs'),
    path.join(folder, vscodeFolder, 'node_modules/@vscode/spdlog/index.js'),
  );
  return {
    node: path.join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin/node'),
    serverScript: path.join(folder, vscodeFolder, 'out/server-main.js'),
  };
}

/** Where the VS Code stands that has been installed here; undefined: none has. */
export async function installedVscode(): Promise<string | undefined> {
  const folder = path.join(await hostFolder(), vscodeFolder);
  return existsSync(folder) ? folder : undefined;
}

async function hostFolder(): Promise<string> {
  const lock = await readFile(path.join(source, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const wanted = process.env['XDG_CACHE_HOME'] ?? '';
  const cache = path.isAbsolute(wanted) ? wanted : path.join(os.homedir(), '.cache'); // XDG: a relative path is no path
  return path.join(cache, 'steadfast/vscode-host', hash);
}

/** Installs beside the folder and renames at the end: what was interrupted is never taken for ready. */
async function install(folder: string): Promise<void> {
  say(`installing VS Code's server into ${folder} (once, about 15 s and 800 MB)`);
  await mkdir(path.dirname(folder), { recursive: true });
  await removeOldDrafts(path.dirname(folder));
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      await copyFile(path.join(source, file), path.join(draft, file));
    }
    await npm(draft, 'ci');
    say("installing VS Code's own packages");
    const vscode = path.join(draft, vscodeFolder);
    await npm(vscode, 'install', '--omit=dev'); // npm ci refuses: its shrinkwrap lacks a peer
    await npm(path.join(vscode, 'extensions'), 'install', '--omit=dev');
    await putInPlace(draft, folder);
    say('VS Code is installed');
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** What runs that were killed half-way left behind; another run's draft is never that old. */
async function removeOldDrafts(folder: string): Promise<void> {
  for (const draft of globSync('*.draft-*', { cwd: folder }).map(name => path.join(folder, name))) {
    const ageMs = Date.now() - (await stat(draft)).mtimeMs;
    if (ageMs > 60 * 60_000) await rm(draft, { recursive: true, force: true });
  }
}

/** Another run may have been faster; its folder is as good as ours. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Without install scripts, which ask for a compiler and for one certain Node; what they build is not needed here, but for the log (spdlog.cjs). */
async function npm(folder: string, ...npmArguments: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await mustRun('npm', [...npmArguments, ...quiet], { cwd: folder });
}
