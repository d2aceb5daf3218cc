import * as vscode from 'vscode';
import { askServices, type Patience } from '../languageServices.ts';

/** So many problems are looked at, and so much of what is offered for them is told. */
const mostProblems = 5;
const mostFixes = 10;

/** What others offer to do about these problems, as they call it, as far as that is known in time. */
export async function quickFixesFor(
  uri: vscode.Uri,
  problems: readonly vscode.Diagnostic[],
  patience: Patience,
): Promise<readonly string[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const command = 'vscode.executeCodeActionProvider';
  const offered = await Promise.all(
    problems
      .slice(0, mostProblems)
      .map(({ range }) =>
        askServices<readonly (vscode.CodeAction | vscode.Command)[]>(patience, command, uri, range, kind),
      ),
  );
  const titles = offered.flatMap(each => (each ?? []).filter(isForeign).map(({ title }) => title));
  return [...new Set(titles)].slice(0, mostFixes);
}

function isForeign({ command }: vscode.CodeAction | vscode.Command): boolean {
  const name = typeof command === 'string' ? command : command?.command;
  return name?.startsWith('steadfast.') !== true;
}
