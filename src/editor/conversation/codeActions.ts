import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { isOfferedAtOnce } from '../../assist/problems/chosenProblems.ts';
import { commandPlace } from '../../interaction/platform/commandPlace.ts';
import { isWritable } from '../platform/isWritable.ts';
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
      provideCodeActions: async (document, range, { diagnostics, triggerKind }) => {
        if (!isOn(document)) return [];
        const isInvoked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
        const canChange = await isChangeable(document.uri);
        const mayFix = diagnostics.length > 0 && canChange && (isInvoked || isOfferedAtOnce(diagnostics));
        return [
          ...(mayFix ? [fixOf(document, diagnostics)] : []),
          ...(range.isEmpty ? [] : ofSelection({ canChange, isReported: mayFix })),
          ...(isInvoked ? ofDeclaration(canChange) : []),
        ];
      },
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

interface Selected {
  readonly canChange: boolean;
  /** A fix is offered already. */
  readonly isReported: boolean;
}

const ofSelection = ({ canChange, isReported }: Selected): readonly vscode.CodeAction[] => [
  offer(l10n.t('Explain with Steadfast'), QuickFix, 'steadfast.explain'),
  ...(canChange ? [offer(l10n.t('Edit with Steadfast…'), RefactorRewrite, 'steadfast.edit')] : []),
  ...(canChange && !isReported ? [offer(l10n.t('Fix with Steadfast…'), RefactorRewrite, 'steadfast.fix')] : []),
];

const ofDeclaration = (canChange: boolean): readonly vscode.CodeAction[] => [
  ...(canChange ? [offer(l10n.t('Add Documentation with Steadfast'), RefactorRewrite, 'steadfast.docs')] : []),
  offer(l10n.t('Generate Tests with Steadfast'), RefactorRewrite, 'steadfast.tests'),
  ...(canChange ? [offer(l10n.t('Suggest Names with Steadfast…'), RefactorRewrite, 'steadfast.rename')] : []),
];

/** Documents of which VS Code does not know where they lie are shown only, as the sides of a diff; cells lie in their notebook. */
async function isChangeable(uri: vscode.Uri): Promise<boolean> {
  if (['untitled', 'vscode-notebook-cell'].includes(uri.scheme)) return true;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true && isWritable(uri);
}

function offer(title: string, kind: vscode.CodeActionKind, command: CommandId): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command };
  return action;
}
