import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { FindingList, ShownFinding } from '../../interaction/findings/findingList.ts';
import { kindText } from '../../interaction/findings/findingText.ts';
import { commandPlace } from '../../interaction/platform/commandPlace.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import { cleanLine } from '../../interaction/text/cleanText.ts';
import { findingMessage, findingSource, rangeOfFinding } from '../present/findingMarks.ts';

const { QuickFix } = vscode.CodeActionKind;
const everywhere: vscode.DocumentSelector = { pattern: '**' };

/** Quick fixes of findings, and what is known of one when the mouse rests on it. */
export function registerFindingActions(list: FindingList): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      everywhere,
      { provideCodeActions: (document, _, { diagnostics }) => actionsFor(document, diagnostics, list) },
      { providedCodeActionKinds: [QuickFix] },
    ),
    vscode.languages.registerHoverProvider(everywhere, {
      provideHover: (document, at) => hoverOf(findingsAt(document, new vscode.Range(at, at), list)),
    }),
  );
}

const findingsAt = (document: vscode.TextDocument, range: vscode.Range, list: FindingList): readonly ShownFinding[] =>
  list.of(document.uri.toString()).filter(each => rangeOfFinding(each).intersection(range) !== undefined);

function actionsFor(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  list: FindingList,
): vscode.CodeAction[] {
  return diagnostics
    .filter(({ source }) => source === findingSource)
    .flatMap(diagnostic => {
      const finding = findingsAt(document, diagnostic.range, list).find(each => isOf(each, diagnostic));
      return finding ? actionsOf(document, finding, diagnostic) : [];
    });
}

/** Of several findings of the same lines each has its own words. */
const isOf = (finding: ShownFinding, { range, message }: vscode.Diagnostic): boolean =>
  rangeOfFinding(finding).isEqual(range) && findingMessage(finding) === message;

function actionsOf(
  document: vscode.TextDocument,
  finding: ShownFinding,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const action = (title: string, command: CommandId, argument: unknown = finding.id): vscode.CodeAction =>
    Object.assign(new vscode.CodeAction(title, QuickFix), {
      diagnostics: [diagnostic],
      command: { title, command, arguments: [argument] },
    });
  const place = commandPlace(document, diagnostic.range);
  return [
    ...(finding.replacement === undefined
      ? []
      : [action(l10n.t('Show the Change That Steadfast Proposes'), 'steadfast.applyFinding')]),
    action(l10n.t('Explain This Finding'), 'steadfast.explain', place),
    action(l10n.t('Dismiss This Finding'), 'steadfast.dismissFinding'),
    action(
      l10n.t('Dismiss Findings of the Kind “{0}” in This File', kindText(finding.kind)),
      'steadfast.dismissFindingKind',
    ),
  ];
}

/** What the problem itself does not say. Words of a model are text here, whatever they look like. */
function hoverOf(findings: readonly ShownFinding[]): vscode.Hover | undefined {
  const texts = findings.map(({ why, advice, summary }) => {
    const text = new vscode.MarkdownString();
    const lines = [
      ...(why === '' ? [] : [l10n.t('Why: {0}', why)]),
      ...(advice === '' ? [] : [l10n.t('What to do: {0}', advice)]),
      summary,
    ];
    for (const line of lines) text.appendText(cleanLine(line, longestLine)).appendMarkdown('\n\n');
    return text;
  });
  return texts.length === 0 ? undefined : new vscode.Hover(texts);
}

/** So much is read in a hover, characters. */
const longestLine = 1_000;
