import { copyFile, mkdir, readdir, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../machine/findBrowser.ts';
import { copyProject } from './copyProject.ts';
import type { Ingredients } from './debianRoot.ts';
import type { FreshMachine } from './freshMachine.ts';

/** Commands that a machine on which nothing was prepared does not have. */
const hidden = /^(node|nodejs|npm|npx|corepack|yarn|pnpm|chrom|google-chrome|microsoft-edge)/;

/**
 * This machine with an empty HOME, and a PATH on which there is one Node and no browser. What stands in a usual place
 * without any PATH is not hidden by that: the closing line says so.
 */
export async function createHiddenMachine({ node, carried, folder, programs }: Ingredients): Promise<FreshMachine> {
  const home = path.join(folder, 'home');
  const commands = path.join(folder, 'bin');
  const project = path.join(folder, 'project');
  await mkdir(home);
  await mkdir(commands);
  await linkCommands(commands);
  await symlink(node.executable, path.join(commands, 'node'));
  await symlink(path.join(node.npm, 'bin/npm-cli.js'), path.join(commands, 'npm'));
  if (existsSync(carried.npmrc)) await copyFile(carried.npmrc, path.join(home, '.npmrc'));
  await copyProject(project);
  const env = { ...carried.env, ...carried.certificates, PATH: commands, HOME: home, LANG: 'C.UTF-8' };
  const browser = findBrowser();
  return {
    words:
      `with a PATH and a HOME of its own, with ${node.words}; ` +
      (browser === undefined ? 'without any browser' : `${browser} could not be hidden`),
    run: command => programs.run(['/bin/sh', '-c', 'cd "$0" && exec "$@"', project, ...command], env),
  };
}

/** One folder with a link to each command of this machine, but for the hidden ones. */
async function linkCommands(folder: string): Promise<void> {
  const files = new Map<string, string>();
  for (const place of ['/bin', '/sbin', '/usr/bin', '/usr/sbin'].filter(place => existsSync(place))) {
    for (const name of await readdir(place)) if (!hidden.test(name)) files.set(name, path.join(place, name));
  }
  for (const [name, file] of files) await symlink(file, path.join(folder, name));
}
