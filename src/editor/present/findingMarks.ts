import * as vscode from 'vscode';
import { codeMark } from '../../assist/codeMark.ts';
import type { CodeFinding } from '../../assist/finding.ts';
import { quotedNow } from '../../assist/review/quotedNow.ts';
import type { Proposal } from '../../interaction/asking/askRequest.ts';
import type { FindingList, ShownFinding } from '../../interaction/findings/findingList.ts';
import { kindText } from '../../interaction/findings/findingText.ts';
import { shownMessage } from '../../interaction/text/cleanText.ts';

/** What all findings are reported by. */
export const findingSource = 'Steadfast';

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

/** Shows findings as problems of their lines, and follows these through edits. */
export function registerFindingMarks(list: FindingList): vscode.Disposable {
  const marks = vscode.languages.createDiagnosticCollection('steadfast');
  const stop = list.onDidChange(uri => marks.set(vscode.Uri.parse(uri), list.of(uri).map(diagnosticOf)));
  return vscode.Disposable.from(
    marks,
    { dispose: stop },
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const changes = contentChanges.map(({ range: { start, end }, text }) => ({
        first: start.line,
        last: end.line,
        added: text.split('\n').length - 1,
      }));
      list.follow(document.uri.toString(), changes, () => document.getText());
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(file => list.clear(file.toString()))),
  );
}

/** What the problem of a finding says. */
export const findingMessage = ({ message }: CodeFinding): string => shownMessage(message);

function diagnosticOf(finding: ShownFinding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOfFinding(finding),
    findingMessage(finding),
    severities[finding.severity],
  );
  return Object.assign(diagnostic, { source: findingSource, code: kindText(finding.kind) });
}

/** From where its code begins to where it ends. */
export function rangeOfFinding({ first, last, quoted }: Pick<CodeFinding, 'first' | 'last' | 'quoted'>): vscode.Range {
  const lines = quoted.split('\n');
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return new vscode.Range(first, indent, last, (lines.at(-1) ?? '').trimEnd().length);
}

/** Findings whose quotations stand in the document as it is now, at their lines. Of the others it is not known what they mean. */
export function standingIn(document: vscode.TextDocument, findings: readonly CodeFinding[]): readonly CodeFinding[] {
  const text = document.getText();
  return findings.flatMap(each => {
    const now = quotedNow(each, each, text);
    return now ? [{ ...each, ...now }] : [];
  });
}

/** What a finding proposes, to be looked at as a diff; undefined: it proposes nothing, or its lines are not there any more. */
export function proposalOf(document: vscode.TextDocument, finding: ShownFinding): Proposal | undefined {
  if (finding.replacement === undefined) return undefined;
  const lines = new vscode.Range(finding.first, 0, finding.last, Number.MAX_SAFE_INTEGER);
  const range = document.validateRange(lines);
  const original = document.getText(range);
  const start = document.offsetAt(range.start);
  const isCrLf = document.eol === vscode.EndOfLine.CRLF;
  return {
    task: 'review',
    place: { uri: finding.uri, start, mark: codeMark(document.getText(), original, start) },
    original,
    replacement: isCrLf ? finding.replacement.replaceAll('\n', '\r\n') : finding.replacement,
    title: shownMessage(finding.message),
    isUnkept: true,
    summary: finding.summary,
  };
}
