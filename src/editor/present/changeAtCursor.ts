import type * as vscode from 'vscode';
import { hunkAt, hunkPlaces } from '../../assist/edits/hunkChoice.ts';
import { changeKey, type PendingEdit, takenIn } from './pendingEdit.ts';
import { textNow } from './proposedChange.ts';

/** The change at the cursor, on either side of the diff; undefined: there is none. */
export function changeAtCursor(pending: PendingEdit, editor: vscode.TextEditor | undefined): string | undefined {
  const uri = editor?.document.uri.toString();
  for (const [at, file] of pending.files.entries()) {
    const isPreview = file.preview.toString() === uri;
    if (file.refusal !== undefined || !editor || !(isPreview || file.document.uri.toString() === uri)) continue;
    const text = textNow(file.document);
    const found = file.change.hunksIn(text);
    if (typeof found === 'string') return undefined;
    const spans = hunkPlaces(text, found, takenIn(pending, file)).map(place =>
      isPreview ? place.after : place.before,
    );
    const index = hunkAt(spans, editor.selection.active.line);
    return index === undefined ? undefined : changeKey(at, index);
  }
  return undefined;
}
