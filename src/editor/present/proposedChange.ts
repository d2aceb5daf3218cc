import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { anchor, type Astray } from '../../assist/anchor.ts';
import type { TextChange } from '../../assist/guard/addedRisks.ts';
import { hunks } from '../../assist/hunks.ts';
import type { Proposal } from '../../interaction/asking/askRequest.ts';
import { fileName } from '../asking/workspaceFile.ts';
import type { Replacement } from './documentWriter.ts';

/** What is changed, and who made it. */
export function titleOf(document: vscode.TextDocument, { summary }: Proposal): string {
  const what = l10n.t('{0} (proposed edit)', fileName(document.uri));
  return summary === '' ? what : `${what} · ${summary}`;
}

/** The document before and after the edit. */
export const changeOf = (document: vscode.TextDocument, proposal: Proposal): TextChange => ({
  before: document.getText(),
  after: proposedText(document.getText(), proposal),
});

/** The document as it would be. */
export function proposedText(text: string, { original, replacement, place }: Proposal): string {
  const span = anchor(text, { original, mark: place.mark });
  return typeof span === 'string' ? text : text.slice(0, span.start) + replacement + text.slice(span.end);
}

/** The smallest replacements that make the edit; a string says why it has no place any more. */
export function replacementsOf(document: vscode.TextDocument, { original, replacement, place }: Proposal) {
  const span = anchor(document.getText(), { original, mark: place.mark });
  if (typeof span === 'string') return astrayText(span);
  return hunks(original, replacement).map(({ start, end, text }): Replacement => {
    const range = new vscode.Range(document.positionAt(span.start + start), document.positionAt(span.start + end));
    return { range, text };
  });
}

/** Where an edit stands that was applied; the whole document where that cannot be told. */
export function rangeNow(document: vscode.TextDocument, { replacement }: Proposal): vscode.Range {
  const span = anchor(document.getText(), { original: replacement });
  return typeof span === 'string'
    ? new vscode.Range(0, 0, document.lineCount, 0)
    : new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** Why an edit has no place any more. */
export const astrayText = (astray: Astray): string =>
  astray === 'changed'
    ? l10n.t(
        'The edit was not applied, because the code has changed since you asked. Ask again about the current code.',
      )
    : l10n.t(
        'The edit was not applied, because the same code is now in several places. Ask again about the current code.',
      );
