import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { allOnPath } from '../machine/findOnPath.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { Refusal } from '../support/refusal.ts';
import { mustRun } from '../support/runCommand.ts';

/** The Node of this machine, with the npm that came with it. */
export interface MachineNode {
  readonly executable: string;
  /** The folder of npm's own files. */
  readonly npm: string;
  /** npm's settings for the whole machine; the file need not exist. */
  readonly npmrc: string;
  /** 'Node 20.20.2', and what is to be known if it is newer than the oldest that the project declares. */
  readonly words: string;
}

/** Finds the Node that a person here would start this project with: not the one that the project brings along. */
export async function findMinimumNode(): Promise<MachineNode> {
  const found = allOnPath('node').find(file => !file.includes('node_modules'));
  if (found === undefined) throw new Refusal('there is no Node on the PATH beside the one in node_modules');
  const executable = realpathSync(found);
  const prefix = path.dirname(path.dirname(executable));
  const npm = path.join(prefix, 'lib/node_modules/npm');
  if (!existsSync(npm)) throw new Refusal(`there is no npm beside ${executable}`);
  const version = (await mustRun(executable, ['--version'])).trim().slice(1);
  const minimum = await declaredMinimum();
  const isMinimum = version.split('.')[0] === minimum;
  const words = isMinimum ? `Node ${version}` : `Node ${version} in place of the declared minimum ${minimum}`;
  return { executable, npm, npmrc: path.join(prefix, 'etc/npmrc'), words };
}

/** The first number of `engines.node` in package.json. */
async function declaredMinimum(): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'package.json'), 'utf8');
  const { engines } = JSON.parse(text) as { readonly engines: { readonly node?: string } };
  return /\d+/.exec(engines.node ?? '')?.[0] ?? '';
}
