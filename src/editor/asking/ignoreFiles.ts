import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { ignoreVerdict, rulesUnread } from '../../assist/ignoreRules.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { ignoreFilesFor } from '../settings/readSettings.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { fileName, workspaceFile } from './workspaceFile.ts';

/**
 * Is this file excluded by one of the ignore files (`.aiignore`, or as the settings say) at the top of its workspace
 * folder? An ignore file that cannot be read excludes everything: when in doubt, nothing is sent. Rejects with a message
 * for the user when one is too long, or too involved to be checked.
 */
export async function isIgnored(uri: vscode.Uri): Promise<boolean> {
  const file = workspaceFile(uri);
  if (!file) return false;
  const names = ignoreFilesFor(file.folder.uri);
  if (names.length > mostIgnoreFiles) throw tooMuch(names.length, uri);
  for (const name of names) {
    const rules = await read(vscode.Uri.joinPath(file.folder.uri, name));
    const verdict = await inSteps(ignoreVerdict(rules, file.path), pace);
    if (verdict === 'excluded') return true;
    if (verdict === 'too-much') throw tooInvolved(name, uri);
  }
  return false;
}

/** Rules of ignore files that were read for the same question, by their address. */
export type KnownRules = Map<string, Promise<string>>;

/**
 * Is this file left out of the repository by a `.gitignore` in its folder or above? For what nobody has asked about: build
 * output and the like help nobody. What cannot be read or checked counts as left out.
 */
export async function isGitIgnored(uri: vscode.Uri, known: KnownRules = new Map()): Promise<boolean> {
  const file = workspaceFile(uri);
  const parts = file?.path.split('/') ?? [];
  if (!file || parts.length > deepestFolder) return true;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const rulesFile = vscode.Uri.joinPath(file.folder.uri, ...parts.slice(0, depth), '.gitignore');
    const rules = known.get(rulesFile.toString()) ?? read(rulesFile);
    known.set(rulesFile.toString(), rules);
    const verdict = await inSteps(ignoreVerdict(await rules, parts.slice(depth).join('/')), pace);
    if (verdict !== 'open') return true;
  }
  return false;
}

const deepestFolder = 30;

const mostIgnoreFiles = 20;

const tooMuch = (count: number, uri: vscode.Uri): CannotAsk =>
  new CannotAsk(
    l10n.t(
      'The settings name {0} ignore files, at most {1} are read, so nothing of {2} is sent.',
      count,
      mostIgnoreFiles,
      fileName(uri),
    ),
  );

const tooInvolved = (name: string, uri: vscode.Uri): CannotAsk =>
  new CannotAsk(
    l10n.t(
      '{0} is too long or too complicated to be checked, so nothing of {1} is sent. Shorten it.',
      name,
      fileName(uri),
    ),
  );

/** The rules of an ignore file: none when there is no such file, all when it cannot be read. */
async function read(uri: vscode.Uri): Promise<string> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    const isFile = (type & vscode.FileType.File) !== 0; // a link to one is, too
    return rulesUnread({ size, isFile }) ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? '' : '*';
  }
}
