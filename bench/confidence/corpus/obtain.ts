import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../../../scripts/support/refusal.ts';
import { mustRun } from '../../../scripts/support/runCommand.ts';
import { say } from '../../../scripts/support/say.ts';
import type { SourcePackage } from './packages.ts';

/** Where the packages lie, unpacked, from one run to the next: outside of the project, as their text is none of ours. */
export function corpusFolder(): string {
  const wanted = process.env['XDG_CACHE_HOME'] ?? '';
  const cache = path.isAbsolute(wanted) ? wanted : path.join(os.homedir(), '.cache'); // XDG: a relative path is no path
  return path.join(cache, 'steadfast/confidence-corpus');
}

/**
 * The folder of one release, unpacked; got with the registry's ordinary client, as it is configured here, when it is not
 * there yet. Throws a `Refusal` when it cannot be had: without its packages nothing is measured.
 */
export async function obtain({ from }: SourcePackage, release: string): Promise<string> {
  const folder = path.join(corpusFolder(), from, release.replaceAll('/', '+'));
  if (existsSync(folder)) return folder;
  say(`getting ${release}`);
  const draft = `${folder}.${process.pid}.draft`; // two runs at once do not disturb each other
  await rm(draft, { recursive: true, force: true });
  await mkdir(path.join(draft, 'packed'), { recursive: true });
  try {
    await (from === 'npm' ? unpackNpm : unpackDebian)(release, draft);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new Refusal(`cannot measure: ${release} is neither in ${corpusFolder()} nor to be had (${why})`);
  }
  await rename(draft, folder); // what was interrupted is never taken for whole
  return folder;
}

async function unpackNpm(release: string, draft: string): Promise<void> {
  const packed = path.join(draft, 'packed');
  await mustRun('npm', ['pack', release, '--silent', '--pack-destination', packed], { cwd: packed });
  await mustRun('tar', ['-xzf', path.join(packed, await onlyFile(packed)), '-C', draft]);
}

async function unpackDebian(release: string, draft: string): Promise<void> {
  const packed = path.join(draft, 'packed');
  await mustRun('apt-get', ['download', '-q', release], { cwd: packed });
  await mustRun('dpkg-deb', ['-x', path.join(packed, await onlyFile(packed)), draft]);
}

/** What a release really is: the name of the file that it came in, with its version. */
export const onlyFile = async (folder: string): Promise<string> => {
  const [file] = await readdir(folder);
  if (file === undefined) throw new Error('its client brought nothing');
  return file;
};
