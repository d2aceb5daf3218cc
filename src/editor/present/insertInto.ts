import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { indentedAt, type InsertionPlace } from '../../assist/indentedAt.ts';
import { carriedSecrets } from '../../assist/guard/carriedSecrets.ts';
import type { FindingsIn } from '../asking/readableText.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import { isWritable } from '../platform/isWritable.ts';
import { documentAt, type DocumentWriter, type EditLabel } from './documentWriter.ts';

/** What inserting code needs of the world. */
export interface InsertParts {
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  /** The secrets in this text of the document of that name. */
  readonly findingsIn: FindingsIn;
}

/** Code of an answer. */
export interface AnsweredCode {
  readonly code: string;
  /** The document that it was asked about; undefined: none. */
  readonly askedIn?: string | undefined;
  readonly label: EditLabel;
}

/**
 * Puts code in place of what is selected. Its text was seen in the panel, but no diff: what it adds that acts by itself is
 * asked about in any file, and so is a secret that it brings from another one. Resolves with the reason when nothing was changed;
 * '' when the user said no.
 */
export async function insertInto(
  editor: vscode.TextEditor | undefined,
  { code: answered, askedIn, label }: AnsweredCode,
  parts: InsertParts,
): Promise<string | undefined> {
  if (!editor || !(await isWritable(editor.document.uri)))
    return l10n.t(
      'There is no editor to insert into, or it is read-only. Open a file, put the cursor where the code belongs, and insert again.',
    );
  const { document, selection } = editor;
  const { version } = document;
  const code = indentedAt(answered, insertionPlace(editor));
  const before = document.getText();
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  const change = { before, after: before.slice(0, start) + code + before.slice(end) };
  const file = await parts.guard.check(document.uri, {
    change,
    isUnseen: true,
    carriedSecrets: await carriedInto(document, { code, askedIn }, parts.findingsIn),
  });
  if (typeof file === 'string') return file;
  return parts.writer.write(
    file,
    now =>
      now.version === version
        ? [{ range: selection, text: code }]
        : l10n.t('Nothing was inserted, because the file has changed. Insert again.'),
    label,
  );
}

/** Would what is inserted go on with a line that has begun? */
export const isWithinLine = (editor: vscode.TextEditor): boolean => insertionPlace(editor).before.trim() !== '';

function insertionPlace({ document, selection, options }: vscode.TextEditor): InsertionPlace {
  return {
    before: document.lineAt(selection.start).text.slice(0, selection.start.character),
    after: document.lineAt(selection.end).text.slice(selection.end.character),
    insertSpaces: options.insertSpaces !== false,
    tabSize: typeof options.tabSize === 'number' ? options.tabSize : 4,
  };
}

/** How many secrets the code brings into the document. */
async function carriedInto(
  document: vscode.TextDocument,
  { code, askedIn }: Omit<AnsweredCode, 'label'>,
  findingsIn: FindingsIn,
): Promise<number> {
  if (askedIn === document.uri.toString()) return 0; // they stand there, and an answer may move them
  const source = askedIn === undefined ? undefined : await documentAt(vscode.Uri.parse(askedIn));
  return carriedSecrets({
    code,
    found: await findingsIn('inserted-code', code),
    ...(source && {
      source: { text: source.getText(), found: await findingsIn(source.uri.toString(), source.getText()) },
    }),
    into: document.getText(),
  });
}
