import { existsSync } from 'node:fs';
import { runCommand } from '../support/runCommand.ts';

/** Is this a Debian on which we may install packages? */
export const canInstallPackages = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Another apt, such as the one that a new machine runs by itself, may hold the lock for a while. */
const waitForLock = ['-o', 'DPkg::Lock::Timeout=120'];

/** Installs packages, and gives all that apt printed. Whether they are there now, the caller has to look. */
export async function installPackages(packages: readonly string[]): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A new machine has no list of packages yet. One source of several may fail: then the install tells whether it mattered.
  const updated = await runCommand('apt-get', ['update'], { env });
  const install = ['install', '-y', '--no-install-recommends', ...waitForLock, ...packages];
  const installed = await runCommand('apt-get', install, { env });
  return `${updated.code === 0 ? '' : updated.output}${installed.output}`;
}
