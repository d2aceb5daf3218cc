import * as l10n from '@vscode/l10n';
import type { Memento } from 'vscode';
import type { Keys } from '../targets/keyStore.ts';
import type { User } from '../platform/user.ts';

/** Everything that holds data of the user, and how it is removed. */
export interface DeleteDataParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'deleteAll'>;
  /** What VS Code keeps for us: of the user, and of the workspace. */
  readonly mementos: readonly Memento[];
  /** Empties what is only remembered while the window is open, so that it is not written again. */
  readonly forget: () => void | Promise<void>;
  /** Deletes our folders and tells how many there were. */
  readonly deleteFolders: () => Promise<number>;
}

/** Deletes, after one question, all that Steadfast keeps, and says what that was. Settings stay: they are the user's. */
export async function deleteData(parts: DeleteDataParts): Promise<void> {
  const { user, keys, forget, deleteFolders } = parts;
  const isSure = await user.confirm({
    question: l10n.t('Delete everything that Steadfast keeps?'),
    detail: l10n.t(
      'This deletes API keys, cached answers, answers kept for review, questions kept for later, what takes applied edits back, what was learned from them, your feedback, the budget record, and the consents you gave. Your settings and the log stay. Close other windows first: they would save their budget figures again. This cannot be undone.',
    ),
    yes: l10n.t('Delete'),
  });
  if (!isSure) return;
  const kept: string[] = [];
  const attempt = async (what: string, work: () => Promise<number>): Promise<number> => {
    try {
      return await work();
    } catch (error) {
      kept.push(`${what} (${error instanceof Error ? error.message : String(error)})`); // said below; the rest goes on
      return 0;
    }
  };
  await attempt(l10n.t('cached answers'), async () => {
    await forget();
    return 0;
  });
  const keyCount = await attempt(l10n.t('API keys'), () => keys.deleteAll());
  const recordCount = await attempt(l10n.t('records'), () => clear(parts.mementos));
  const folderCount = await attempt(l10n.t('folders'), deleteFolders);
  user.tell(l10n.t('Deleted: API keys ({0}), records ({1}), folders ({2}).', keyCount, recordCount, folderCount));
  if (kept.length > 0) user.warn(l10n.t('Could not be deleted: {0}', kept.join(', ')));
}

async function clear(mementos: readonly Memento[]): Promise<number> {
  const names = mementos.flatMap(memento => memento.keys().map(name => ({ memento, name })));
  for (const { memento, name } of names) await memento.update(name, undefined);
  return names.length;
}
