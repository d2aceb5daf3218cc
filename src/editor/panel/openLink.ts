import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { User } from '../../interaction/platform/user.ts';

/** A link that a model wrote is opened only after the user has seen where it leads. */
export async function openLink(address: string, user: Pick<User, 'confirm'>): Promise<void> {
  const uri = vscode.Uri.parse(address, true);
  if (!['http', 'https'].includes(uri.scheme)) return;
  const detail = l10n.t('The model wrote this address. Steadfast has not checked it.');
  if (await user.confirm({ question: address, detail, yes: l10n.t('Open') })) await vscode.env.openExternal(uri);
}
