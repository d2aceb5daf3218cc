import * as vscode from 'vscode';
import { longestAdded, type AddedText } from '../../../assist/added/addedText.ts';
import { addedTitles, moreLines } from '../../../assist/added/addedTitles.ts';
import { cutBefore } from '../../../assist/reading/cutBefore.ts';
import type { KnownSecret } from '../../../core/model/knownSecret.ts';
import { knownIn, knownSecrets } from '../../../core/secrets/knownSecrets.ts';
import { inSteps } from '../../../core/shared/steps.ts';
import type { AddedFrom } from '../../../interaction/added/addedItem.ts';
import { pace } from '../../../interaction/platform/pace.ts';
import { mayBeNamed, readOther, searched, type FindingsIn, type OtherText } from '../readableText.ts';
import { folderOutline } from './folderOutline.ts';
import { gitDiff } from './gitDiff.ts';

/** What was read of something added, and the secrets that reach into it. */
export interface ReadAdded extends AddedText {
  readonly secrets: readonly KnownSecret[];
}

const mostProblems = 60;
const longestMessage = 300;

/**
 * The text of something that the user has added, as it is now: searched for secrets before it is cut. undefined: it is empty,
 * has gone, or must not be sent.
 */
export async function readAdded(from: AddedFrom, findingsIn: FindingsIn): Promise<ReadAdded | undefined> {
  const found = await textOf(from, findingsIn);
  if (!found || found.text.trim() === '') return undefined;
  const { title, language, text } = found;
  const whole =
    found.whole ?? (await searched(vscode.Uri.from({ scheme: 'steadfast-added', path: title }), text, findingsIn));
  if (!whole) return undefined;
  const cut = whole.text === text ? cutBefore(text, longestAdded, whole.findings) : text.slice(0, longestAdded);
  const secrets = await inSteps(knownIn(knownSecrets(whole.text, whole.findings), [cut]), pace);
  const missing = text.slice(cut.length).split('\n').length - 1;
  return { title, language, text: cut === text ? text : `${cut}\n${moreLines(missing)}`, secrets };
}

interface Found extends AddedText {
  /** The file that it is lines of; undefined: it is all there is. */
  readonly whole?: OtherText;
}

async function textOf(from: AddedFrom, findingsIn: FindingsIn): Promise<Found | undefined> {
  switch (from.kind) {
    case 'file':
    case 'symbol':
      return fileText(from, findingsIn);
    case 'folder': {
      const uri = vscode.Uri.parse(from.uri, true);
      const title = addedTitles.folder(vscode.workspace.asRelativePath(uri));
      return vscode.workspace.isTrusted ? { title, language: 'text', text: await folderOutline(uri) } : undefined;
    }
    case 'problems':
      return { title: addedTitles.problems, language: 'text', text: await problems() };
    case 'changes':
      return { title: addedTitles.changes(from.which), language: 'diff', text: await gitDiff(from.which) };
    case 'selection':
      return { title: from.title, language: from.language, text: from.text, ...(from.whole && { whole: from.whole }) };
  }
}

async function fileText(
  from: Extract<AddedFrom, { readonly kind: 'file' | 'symbol' }>,
  findingsIn: FindingsIn,
): Promise<Found | undefined> {
  const uri = vscode.Uri.parse(from.uri, true);
  const whole = await readOther(uri, findingsIn);
  if (!whole) return undefined;
  const name = vscode.workspace.asRelativePath(uri);
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === from.uri);
  const language = open?.languageId ?? /\.(\w{1,12})$/.exec(uri.path.slice(-20))?.[1] ?? 'text';
  if (from.kind === 'file') return { title: addedTitles.file(name), language, text: whole.text, whole };
  const text = whole.text
    .split('\n')
    .slice(from.first, from.last + 1)
    .join('\n');
  return { title: addedTitles.lines(name, from.first + 1, from.last + 1), language, text, whole };
}

async function problems(): Promise<string> {
  const lines: string[] = [];
  for (const [uri, diagnostics] of vscode.languages.getDiagnostics()) {
    if (diagnostics.length === 0 || !(await mayBeNamed(uri))) continue;
    for (const { range, severity, message } of diagnostics) {
      if (lines.length >= mostProblems) return lines.join('\n');
      const place = `${vscode.workspace.asRelativePath(uri)}, line ${range.start.line + 1}`;
      const said = message.slice(0, longestMessage).replace(/\s+/g, ' ');
      lines.push(`${place}, ${(vscode.DiagnosticSeverity[severity] ?? '').toLowerCase()}: ${said}`);
    }
  }
  return lines.join('\n');
}
