import { existsSync } from 'node:fs';
import { runCommand } from '../support/runCommand.ts';
import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Finds Chromium (`CHROMIUM` may name it), or installs it from Debian when this is Debian and we are root. */
export async function ensureChromium(): Promise<string> {
  return findChromium() ?? (await installChromium());
}

function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && !existsSync(named)) throw new Refusal(`CHROMIUM names ${named}, which does not exist`);
  return named ?? usualPlaces.find(place => existsSync(place));
}

async function installChromium(): Promise<string> {
  const byHand = 'apt-get install --no-install-recommends chromium fonts-dejavu-core';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Refusal(`Chromium is missing: please install it (Debian: ${byHand}), or name yours in CHROMIUM`);
  }
  say('installing Chromium from Debian (once, about 30 s)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env }); // may fail for one source of several; the install then tells
  const packages = ['chromium', 'fonts-dejavu-core'];
  const { output } = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  const found = findChromium();
  if (found === undefined) throw new Refusal(`${output}\nChromium could not be installed: please do it (${byHand})`);
  return found;
}
