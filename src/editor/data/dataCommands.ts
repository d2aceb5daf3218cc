import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Consent } from '../../interaction/targets/consent.ts';
import { deleteData, type DeleteDataParts } from '../../interaction/data/deleteData.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { StoreError } from '../../core/shared/store.ts';
import type { User } from '../../interaction/platform/user.ts';

/** What the commands that forget and delete need of the world. */
export interface DataCommandParts extends Omit<DeleteDataParts, 'deleteFolders'> {
  readonly consent: Pick<Consent, 'forget'>;
  /** Ends every question under way: what was agreed to does not hold any more (F184). */
  readonly stopAll: () => void;
  /** Forgets every remembered answer of this workspace, on disk too. */
  readonly clearCache: () => void | Promise<void>;
  /** Where our files are; not all of them need exist. */
  readonly folders: readonly vscode.Uri[];
}

/** Clear Cache, Ask Again Before Sending Code and Delete All Steadfast Data. */
export function registerDataCommands({
  consent,
  folders,
  stopAll,
  clearCache,
  ...parts
}: DataCommandParts): readonly vscode.Disposable[] {
  const deleteFolders = () => deleteAll(folders);
  return [
    registerCommand('steadfast.deleteData', () => deleteData({ ...parts, deleteFolders })),
    registerCommand('steadfast.clearCache', () => forgetAnswers(clearCache, parts.user)),
    registerCommand('steadfast.forgetConsent', async () => {
      stopAll();
      const count = await consent.forget();
      parts.user.tell(
        count === 0
          ? l10n.t('You have not allowed Steadfast to send code anywhere, so it asks before it sends any.')
          : l10n.t('You will be asked again before code is sent.'),
      );
    }),
  ];
}

async function forgetAnswers(clearCache: DataCommandParts['clearCache'], user: User): Promise<void> {
  try {
    await clearCache();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return user.warn(
      l10n.t(
        'The cache of this window is cleared, but its files cannot be deleted. The answers come back when you open the window again. The log shows what is wrong.',
      ),
    );
  }
  user.tell(l10n.t('The cache of this workspace is cleared.'));
}

async function deleteAll(folders: readonly vscode.Uri[]): Promise<number> {
  const existing = await Promise.all(folders.map(exists));
  const found = folders.filter((_folder, index) => existing[index]);
  for (const folder of found) await vscode.workspace.fs.delete(folder, { recursive: true });
  return found.length;
}

async function exists(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(folder);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
