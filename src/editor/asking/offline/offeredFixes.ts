import * as vscode from 'vscode';
import type { OfferedFix } from '../../../assist/facts.ts';
import { fixedCode } from '../../../assist/offline/fixedCode.ts';
import { askServices, type Patience } from '../languageServices.ts';
import type { ReadableText } from '../readableText.ts';

/** So many problems are looked at, and of so many offers it is found out what they change. */
const mostProblems = 5;
const mostResolved = 6;

/** What the editor offers itself to do about the problems in a range, with what the code becomes by it. */
export async function offeredFixes(
  document: ReadableText,
  range: vscode.Range,
  patience: Patience,
): Promise<readonly OfferedFix[]> {
  const problems = vscode.languages
    .getDiagnostics(document.uri)
    .filter(problem => problem.range.intersection(range) !== undefined)
    .toSorted((one, other) => one.severity - other.severity)
    .slice(0, mostProblems);
  const found = await Promise.all(problems.map(problem => offersFor(document, problem, { range, patience })));
  return found.flat();
}

async function offersFor(
  document: ReadableText,
  problem: vscode.Diagnostic,
  { range, patience }: { readonly range: vscode.Range; readonly patience: Patience },
): Promise<readonly OfferedFix[]> {
  const offered = await askServices<readonly (vscode.CodeAction | vscode.Command)[]>(
    patience,
    'vscode.executeCodeActionProvider',
    document.uri,
    problem.range,
    vscode.CodeActionKind.QuickFix.value,
    mostResolved,
  );
  return (offered ?? []).filter(isForeign).map(action => {
    const code = 'edit' in action && action.edit ? changed(document, range, action.edit) : undefined;
    return {
      title: action.title,
      line: problem.range.start.line + 1,
      isPreferred: 'isPreferred' in action && action.isPreferred,
      ...(code !== undefined && { code }),
    };
  });
}

/** The code of the range with an edit; undefined: the edit changes something else, too. */
function changed(document: ReadableText, range: vscode.Range, edit: vscode.WorkspaceEdit): string | undefined {
  const [only, ...others] = edit.entries();
  if (!only || others.length > 0 || only[0].toString() !== document.uri.toString()) return undefined;
  const start = document.offsetAt(range.start);
  if (edit.size !== 1 || only[1].some(piece => !range.contains(piece.range))) return undefined;
  return fixedCode(
    document.text(range),
    only[1].map(({ range: { start: from, end: to }, newText }) => ({
      from: document.offsetAt(from) - start,
      to: document.offsetAt(to) - start,
      text: newText,
    })),
  );
}

/** What asks a model: ours, and what VS Code and others offer for chats. */
const asksModel = /^(?:steadfast|chat|inlineChat|workbench\.action\.chat|github\.copilot)\./;

/** What asks a model is no answer without one. */
function isForeign({ command }: vscode.CodeAction | vscode.Command): boolean {
  const name = typeof command === 'string' ? command : command?.command;
  return name === undefined || !asksModel.test(name);
}
