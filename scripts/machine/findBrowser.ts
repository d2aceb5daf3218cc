import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../support/refusal.ts';

/** What is looked at to find a browser. Tests give machines of other systems. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly exists: (file: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: os.homedir(),
  exists: existsSync,
};

/**
 * The executable of a browser that Playwright can drive: the one that `CHROMIUM` names, else Chromium, Chrome or Edge in
 * one of its usual places. Undefined when there is none. Throws when `CHROMIUM` names a file that does not exist.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env['CHROMIUM'] ?? '';
  if (named === '') return usualPlaces(machine).find(machine.exists);
  const executable = insideApp(named);
  if (!machine.exists(executable)) throw new Refusal(`CHROMIUM names ${executable}, which does not exist`);
  return executable;
}

/** The same, for a test that cannot do without a browser. */
export function requireBrowser(machine: Machine = thisMachine): string {
  const found = findBrowser(machine);
  if (found !== undefined) return found;
  throw new Refusal('no Chromium, Chrome or Edge was found: install one, or name its executable in CHROMIUM');
}

/** Everything that is tried, in this order. */
export function usualPlaces({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'win32') return windowsPlaces(env);
  return platform === 'darwin' ? macPlaces(home) : linuxPlaces;
}

// `chromium-browser` comes late: on Ubuntu it may be a script that only says where to get Chromium.
const linuxCommands = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const linuxPlaces = [
  ...linuxCommands.flatMap(command => linuxFolders.map(folder => `${folder}/${command}`)),
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
];

/** A person may have installed an application for everybody, or only in the own folder. */
function macPlaces(home: string): readonly string[] {
  const folders = ['/Applications', path.posix.join(home, 'Applications')];
  const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  return names.flatMap(name => folders.map(folder => insideApp(path.posix.join(folder, `${name}.app`))));
}

/** `CHROMIUM` may name the folder that a Mac shows as one application. */
function insideApp(named: string): string {
  const [, name] = /([^/]+)\.app\/?$/.exec(named) ?? [];
  return name === undefined ? named : path.posix.join(named, 'Contents/MacOS', name);
}

/** Chrome is installed in a folder of the user as often as for everybody. */
function windowsPlaces(env: NodeJS.ProcessEnv): readonly string[] {
  const variables = ['LOCALAPPDATA', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'];
  const named = variables.flatMap(variable => env[variable] ?? []);
  const folders = [...new Set([...named, 'C:\\Program Files', 'C:\\Program Files (x86)'])];
  const files = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', edge];
  return files.flatMap(file => folders.map(folder => path.win32.join(folder, file)));
}

const edge = 'Microsoft\\Edge\\Application\\msedge.exe';
