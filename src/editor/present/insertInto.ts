import type * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import { type DocumentWriter, isWritable } from './documentWriter.ts';

/** What inserting code needs of the world. */
export interface InsertParts {
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
}

/**
 * Puts code in place of what is selected. Its text was seen in the panel, but no diff: what it adds that acts by itself is
 * asked about in any file. Resolves with the reason when nothing was changed; '' when the user said no.
 */
export async function insertInto(
  editor: vscode.TextEditor | undefined,
  code: string,
  { guard, writer }: InsertParts,
): Promise<string | undefined> {
  if (!editor || !(await isWritable(editor.document.uri)))
    return l10n.t(
      'There is no editor to insert into, or it is read-only. Open a file, put the cursor where the code belongs, and insert again.',
    );
  const { document, selection } = editor;
  const { version } = document;
  const before = document.getText();
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  const change = { before, after: before.slice(0, start) + code + before.slice(end) };
  const file = await guard.check(document.uri, { change, isUnseen: true });
  if (typeof file === 'string') return file;
  return writer.write(file, now =>
    now.version === version
      ? [{ range: selection, text: code }]
      : l10n.t('Nothing was inserted, because the file has changed. Insert again.'),
  );
}
