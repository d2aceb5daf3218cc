import * as vscode from 'vscode';
import { placeBlocks } from '../../assist/edits/placeBlocks.ts';
import { inSteps } from '../../core/shared/steps.ts';
import type { ProposedFiles } from '../../interaction/asking/askRequest.ts';
import { leftTexts } from '../../interaction/edits/leftText.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { documentAt, goneText } from './documentWriter.ts';
import { changeOfBlocks, type ProposedChange, astrayText, textNow } from './proposedChange.ts';

/** The changes of several files that still have their place. */
export interface ChangesNow {
  readonly wanted: readonly { readonly uri: string; readonly change: ProposedChange }[];
  /** Why the others have none. */
  readonly cautions: readonly string[];
  /** Why there is nothing at all. */
  readonly refusal?: string;
}

/** A file may have been changed since it was sent, or deleted: what has no place any more is named and not shown. */
export async function changesNow({ files }: ProposedFiles): Promise<ChangesNow> {
  const wanted: ChangesNow['wanted'][number][] = [];
  const cautions: string[] = [];
  for (const file of files) {
    const document = await documentAt(vscode.Uri.parse(file.uri));
    if (!document) {
      cautions.push(await goneText(vscode.Uri.parse(file.uri)));
      continue;
    }
    const now = await inSteps(placeBlocks(file.blocks, [{ ...file, text: textNow(document) }]), pace);
    cautions.push(...leftTexts(now.left));
    const blocks = now.files.flatMap(({ placed }) => placed.map(({ block }) => block));
    if (blocks.length > 0) wanted.push({ uri: file.uri, change: changeOfBlocks({ ...file, blocks }) });
  }
  return { wanted, cautions, ...(wanted.length === 0 && { refusal: astrayText('changed') }) };
}
