import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { anchor, type Astray } from '../../assist/anchor.ts';
import { placeBlocks } from '../../assist/edits/placeBlocks.ts';
import { textWith } from '../../assist/edits/hunkChoice.ts';
import { hunks, type Hunk } from '../../assist/edits/hunks.ts';
import { atOnce } from '../../core/shared/steps.ts';
import type { Proposal, ProposedFile } from '../../interaction/asking/askRequest.ts';
import type { Replacement } from './documentWriter.ts';

/** What would be changed in a file, wherever its code stands by now. */
export interface ProposedChange {
  /** The smallest replacements of whole lines, always as many and in the same order; a string says why they have no place any more. */
  readonly hunksIn: (text: string) => readonly Hunk[] | string;
}

/** That of one piece of code. */
export function changeOfProposal({ original, replacement, place }: Proposal): ProposedChange {
  const found = hunks(original, replacement);
  return remembered(text => {
    const span = anchor(text, { original, mark: place.mark });
    if (typeof span === 'string') return astrayText(span);
    return found.map(({ start, end, text: put }) => ({ start: span.start + start, end: span.start + end, text: put }));
  });
}

/** That of pieces which are quoted, all of which must have their place. */
export function changeOfBlocks({ path, uri, language, blocks }: ProposedFile): ProposedChange {
  return remembered(text => {
    const { files, left } = atOnce(placeBlocks(blocks, [{ path, uri, language, text }]));
    if (left.length > 0) return astrayText(left.some(({ fault }) => fault === 'several') ? 'several' : 'changed');
    return files.flatMap(({ placed }) => placed.flatMap(each => each.hunks));
  });
}

/** The last text that was asked about is asked about often. */
function remembered(hunksIn: ProposedChange['hunksIn']): ProposedChange {
  let last: { readonly text: string; readonly found: readonly Hunk[] | string } | undefined;
  return {
    hunksIn: text => {
      if (last?.text !== text) last = { text, found: hunksIn(text) };
      return last.found;
    },
  };
}

/** Which of its changes are to be made. */
export type IsTaken = (index: number) => boolean;

/** The text of a document with an edit, to compare with and to change. */
export const textNow = (document: vscode.TextDocument): string => document.getText();

/** The text as it would be; as it is where the change has no place. */
export function proposedText(text: string, { hunksIn }: ProposedChange, isTaken: IsTaken): string {
  const found = hunksIn(text);
  return typeof found === 'string' ? text : textWith(text, found, isTaken);
}

/** The replacements that are taken; a string says why the change has no place any more. */
export function replacementsOf(
  document: vscode.TextDocument,
  { hunksIn }: ProposedChange,
  isTaken: IsTaken,
): readonly Replacement[] | string {
  const found = hunksIn(textNow(document));
  if (typeof found === 'string') return found;
  return found
    .filter((_, index) => isTaken(index))
    .map(({ start, end, text }) => ({
      range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
      text,
    }));
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
