import * as vscode from 'vscode';
import { chosenProblems, type ChosenProblems } from '../../assist/problems/chosenProblems.ts';

const mostProblems = 20;

/** Where problems are looked for. */
export interface Looked {
  readonly range: vscode.Range;
  /** Where somebody points at one: then only that is meant, as long as it is there. */
  readonly pointed?: vscode.Range | undefined;
}

/** The problems that the editor shows in a range. */
export function problemsIn(uri: vscode.Uri, { range, pointed }: Looked): ChosenProblems<vscode.Diagnostic> {
  const reported = vscode.languages.getDiagnostics(uri);
  const touching = (wanted: vscode.Range) => reported.filter(each => each.range.intersection(wanted) !== undefined);
  const meant = pointed ? touching(pointed) : [];
  return chosenProblems(meant.length > 0 ? meant : touching(range), mostProblems);
}
