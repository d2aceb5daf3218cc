import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { findOnPath } from '../machine/findOnPath.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { mustRun, runCommand } from '../support/runCommand.ts';
import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';

export interface DesktopOptions {
  /** An empty folder for its settings and extensions. */
  readonly profile: string;
  readonly vsix: string;
  readonly workspace: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Opens a desktop VS Code with the extension installed in a profile of its own; `ended` resolves when it is closed. */
export async function openDesktop(
  command: string,
  { profile, vsix, workspace, settings }: DesktopOptions,
): Promise<{ readonly ended: Promise<unknown> }> {
  const user = path.join(profile, 'data/User');
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, 'settings.json'), JSON.stringify(settings, null, 2));
  const folders = ['--user-data-dir', path.join(profile, 'data'), '--extensions-dir', path.join(profile, 'extensions')];
  const options = { env: cleanEnvironment(), shell: process.platform === 'win32' };
  await mustRun(command, [...folders, '--install-extension', vsix], options);
  say('VS Code opens on a copy of the sample workspace; closing its window ends this');
  return { ended: runCommand(command, [...folders, '--new-window', '--wait', workspace], options) };
}

/** Closes the VS Code that runs with this profile. Its command line detaches it, so that only its lock file knows it. */
export async function closeDesktop(profile: string): Promise<void> {
  const lock = path.join(profile, 'data/code.lock');
  if (existsSync(lock)) process.kill(Number(await readFile(lock, 'utf8')), 'SIGTERM');
}

/** The executable of a desktop VS Code of this version (`stable` or `1.105.0`), downloaded once into `.vscode-test`. */
export async function downloadDesktop(version: string): Promise<string> {
  say(`looking for VS Code ${version} for the desktop in .vscode-test, downloading it if it is not there`);
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(projectRoot, '.vscode-test') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `VS Code ${version} cannot be downloaded (${reason}); name an installed one in VSCODE_EXECUTABLE`,
    );
  }
}

/** The command of `VSCODE_EXECUTABLE`, else `code` on the PATH, else that of a download. */
export async function findDesktopCommand(): Promise<string> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined && !existsSync(named))
    throw new Refusal(`VSCODE_EXECUTABLE names ${named}, which is not there`);
  if (named !== undefined) return resolveCliPathFromVSCodeExecutablePath(named);
  return findOnPath('code') ?? resolveCliPathFromVSCodeExecutablePath(await downloadDesktop('stable'));
}
