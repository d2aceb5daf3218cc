import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { QuestionEntry } from '../../core/journal/journalEntry.ts';
import type { User } from '../../interaction/platform/user.ts';
import { usageCsvHead, usageCsvLines } from '../../interaction/usage/usageCsv.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { showUnsaved } from '../platform/showUnsaved.ts';

/** What telling of usage as data needs of the world. */
export interface UsageCommandParts {
  readonly user: Pick<User, 'tell' | 'warn'>;
  /** All that is measured, as JSON, with what other windows have entered. */
  readonly readStats: () => Promise<object>;
  /** Every question that is kept, oldest first. Rejects when the journal cannot be read. */
  readonly readQuestions: () => Promise<readonly QuestionEntry[]>;
}

/** The commands that give usage away as data: to be looked at, and to be kept in a file. */
export const registerUsageCommands = (parts: UsageCommandParts): vscode.Disposable =>
  vscode.Disposable.from(
    registerCommand('steadfast.showStats', async () => {
      const told = await parts.readStats();
      const content = JSON.stringify(told, undefined, 2);
      await showUnsaved({ language: 'json', content });
      return told;
    }),
    registerCommand('steadfast.exportUsage', () => exportUsage(parts)),
  );

/** Writes a file that the user names: a table of all attempts where its name ends in .csv, else all that is measured as JSON. */
async function exportUsage(parts: UsageCommandParts): Promise<void> {
  const place = await vscode.window.showSaveDialog({
    title: l10n.t('Export Usage'),
    filters: { [l10n.t('Table')]: ['csv'], JSON: ['json'] },
  });
  if (!place) return;
  const isTable = place.path.toLowerCase().endsWith('.csv');
  const text = isTable ? await table(parts) : JSON.stringify(await parts.readStats(), undefined, 2);
  try {
    await vscode.workspace.fs.writeFile(place, Buffer.from(text, 'utf8'));
  } catch {
    return parts.user.warn(l10n.t('The usage could not be saved there. Choose another place.'));
  }
  parts.user.tell(l10n.t('The usage is saved. The file holds no prompts and no answers.'));
}

const table = async ({ readQuestions }: UsageCommandParts): Promise<string> =>
  [usageCsvHead(), ...(await readQuestions()).filter(({ rehearsed }) => !rehearsed).map(usageCsvLines)].join('');
