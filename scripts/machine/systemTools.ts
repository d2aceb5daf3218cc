import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';
import { canInstallPackages, installPackages } from './debianPackages.ts';
import { findOnPath } from './findOnPath.ts';

/** Every command that tests start, besides Node itself, and Debian's package that brings it. */
const packageOf: Readonly<Record<string, string>> = {
  sh: 'dash',
  mkfifo: 'coreutils',
  mount: 'mount',
  umount: 'mount',
  unshare: 'util-linux',
};

/** Makes sure of the commands that tests start on Linux. Elsewhere, tests that need them say that they are not for this system. */
export async function ensureSystemTools(): Promise<void> {
  if (process.platform !== 'linux' || missing().length === 0) return;
  const packages = [...new Set(missing().map(command => packageOf[command] ?? command))];
  if (!canInstallPackages())
    throw new Refusal(`tests need ${missing().join(', ')}: install them (${packages.join(', ')})`);
  say(`installing from Debian: ${packages.join(', ')}`);
  const output = await installPackages(packages);
  if (missing().length > 0) throw new Refusal(`${output}\ntests need ${missing().join(', ')}: please install them`);
}

const missing = (): readonly string[] => Object.keys(packageOf).filter(command => findOnPath(command) === undefined);
