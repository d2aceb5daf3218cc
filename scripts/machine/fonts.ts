import { globSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';
import { canInstallPackages, installPackages } from './debianPackages.ts';

/** Where fontconfig looks on Linux. */
const usualFolders = ['/usr/share/fonts', '/usr/local/share/fonts', ...['.fonts', '.local/share/fonts'].map(inHome)];

/** Is there any font in these folders? A browser without one draws empty boxes, and measures text wrongly. */
export const hasFonts = (folders: readonly string[] = usualFolders): boolean =>
  folders.some(folder => globSync('**/*.{ttf,ttc,otf,pfb,TTF,OTF}', { cwd: folder }).length > 0);

/** Makes sure of one font on Linux: Debian's Chromium comes without any. Other systems always have some. */
export async function ensureFonts(): Promise<void> {
  if (process.platform !== 'linux' || hasFonts()) return;
  if (!canInstallPackages()) throw new Refusal('there is no font on this machine: install one (fonts-dejavu-core)');
  say('installing a font from Debian');
  const output = await installPackages(['fonts-dejavu-core']);
  if (!hasFonts()) throw new Refusal(`${output}\nno font could be installed: please do it (fonts-dejavu-core)`);
}

function inHome(folder: string): string {
  return path.join(os.homedir(), folder);
}
