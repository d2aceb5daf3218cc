import * as vscode from 'vscode';
import type { Span } from '../../assist/anchor.ts';

/** How many errors the editor reports at these places of a document. */
export function errorsAt(document: vscode.TextDocument, spans: readonly Span[]): number {
  const errors = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  if (errors.length === 0) return 0;
  const ranges = spans.map(
    ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(Math.max(start, end - 1))),
  );
  return errors.filter(({ range }) => ranges.some(each => each.intersection(range) !== undefined)).length;
}
