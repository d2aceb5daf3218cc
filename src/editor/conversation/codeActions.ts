import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { commandPlace } from '../../interaction/platform/commandPlace.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;

/**
 * Offers to fix what the editor reports, whoever reported it, and to explain and edit a selection; what changes a declaration only
 * to whoever opens the menu, so that no light bulb stands on every line. Nothing is asked before one is chosen. Explain is a quick
 * fix, so that it stands first in the menu: VS Code puts fixes of a problem before it, and all else below.
 */
export function registerCodeActions(isOn: (document: vscode.TextDocument) => boolean): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      provideCodeActions: (document, range, { diagnostics, triggerKind }) =>
        isOn(document)
          ? [
              ...(diagnostics.length > 0 ? [fixOf(document, diagnostics)] : []),
              ...(range.isEmpty ? [] : ofSelection(diagnostics.length > 0)),
              ...(triggerKind === vscode.CodeActionTriggerKind.Invoke ? ofDeclaration() : []),
            ]
          : [],
    },
    { providedCodeActionKinds: [QuickFix, RefactorRewrite] },
  );
}

function fixOf(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const [first, ...others] = diagnostics.map(({ range }) => range);
  const range = others.reduce((whole, each) => whole.union(each), first ?? new vscode.Range(0, 0, 0, 0));
  const action = offer(l10n.t('Fix with Steadfast'), QuickFix, 'steadfast.fix');
  return Object.assign(action, {
    diagnostics: [...diagnostics],
    command: { title: action.title, command: 'steadfast.fix', arguments: [commandPlace(document, range)] },
  });
}

const ofSelection = (isReported: boolean): readonly vscode.CodeAction[] => [
  offer(l10n.t('Explain with Steadfast'), QuickFix, 'steadfast.explain'),
  offer(l10n.t('Edit with Steadfast…'), RefactorRewrite, 'steadfast.edit'),
  ...(isReported ? [] : [offer(l10n.t('Fix with Steadfast…'), RefactorRewrite, 'steadfast.fix')]),
];

const ofDeclaration = (): readonly vscode.CodeAction[] => [
  offer(l10n.t('Add Documentation with Steadfast'), RefactorRewrite, 'steadfast.docs'),
  offer(l10n.t('Generate Tests with Steadfast'), RefactorRewrite, 'steadfast.tests'),
  offer(l10n.t('Suggest Names with Steadfast…'), RefactorRewrite, 'steadfast.rename'),
];

function offer(title: string, kind: vscode.CodeActionKind, command: CommandId): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command };
  return action;
}
