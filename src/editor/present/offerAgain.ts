import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Proposal } from '../../interaction/asking/askRequest.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import type { User } from '../../interaction/platform/user.ts';
import { cleanLine } from '../../interaction/text/cleanText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import type { PendingEdit } from './pendingEdit.ts';

/** Says that an edit was closed without a decision, and how it can be seen again: the edit itself where it is in no list. */
export async function offerAgain(
  { files, proposal }: PendingEdit,
  user: Pick<User, 'offer'>,
): Promise<Proposal | undefined> {
  const [only, ...others] = files.map(({ document }) => fileName(document.uri));
  const what = only !== undefined && others.length === 0 ? only : l10n.t('{0} files', files.length);
  if ('place' in proposal && proposal.isUnkept) {
    const again = l10n.t('Show Again');
    const message = l10n.t('The edit of {0} was not applied.', what);
    const pressed = await user.offer({ kind: 'information', message, buttons: [again] });
    return pressed === again ? proposal : undefined;
  }
  const show = l10n.t('Show Recent Answers');
  const message = l10n.t(
    'The edit of {0} was not applied. It is kept in the recent answers: “{1}”.',
    what,
    cleanLine(proposal.title, 80),
  );
  if ((await user.offer({ kind: 'information', message, buttons: [show] })) === show)
    await vscode.commands.executeCommand('steadfast.showAnswers' satisfies CommandId);
  return undefined;
}
