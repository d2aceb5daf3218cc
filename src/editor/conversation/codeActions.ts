import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { CommandId } from '../../interaction/platform/commandIds.ts';

/**
 * Offers explain and edit on a selection. Nothing is asked before one is chosen. Explain is a quick fix, so that it stands first in
 * the menu: VS Code puts fixes of a problem before it, and all else below.
 */
export function registerCodeActions(isOn: (document: vscode.TextDocument) => boolean): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    { provideCodeActions: (document, range) => (!range.isEmpty && isOn(document) ? offers() : []) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] },
  );
}

function offers(): vscode.CodeAction[] {
  return [
    offer(l10n.t('Explain with Steadfast'), vscode.CodeActionKind.QuickFix, 'steadfast.explain'),
    offer(l10n.t('Edit with Steadfast…'), vscode.CodeActionKind.RefactorRewrite, 'steadfast.edit'),
  ];
}

function offer(title: string, kind: vscode.CodeActionKind, command: CommandId): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command };
  return action;
}
