import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { anchor } from '../../assist/anchor.ts';
import type { SuggestedNames } from '../../interaction/asking/askRequest.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import type { User } from '../../interaction/platform/user.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import { openDocument, type ReadableText } from '../asking/readableText.ts';
import { documentAt, type DocumentWriter } from '../present/documentWriter.ts';
import { astrayText } from '../present/proposedChange.ts';

/** What renaming needs of the world. */
export interface RenameParts {
  readonly user: Pick<User, 'pick'>;
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  /** Tells what was done, without a box. */
  readonly mention: (words: string) => void;
}

/**
 * Lets the user choose one of the names; the language service then renames, so that every reference follows. A string says why
 * nothing was renamed; undefined: it was, or the user chose none.
 */
export async function renameSymbol(
  { asked, names, title, summary }: SuggestedNames,
  { user, guard, writer, mention }: RenameParts,
): Promise<string | undefined> {
  const { place, context } = asked;
  const current = context.symbol?.name ?? '';
  const opened = place && (await documentAt(vscode.Uri.parse(place.uri)));
  const document = opened && (await openDocument(place.uri));
  if (!document) return l10n.t('The file does not exist any more or cannot be opened. The answer is still here.');
  const taken = new Set(document.text().match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu) ?? []);
  const choices = names.map(({ name, reason }) => ({
    label: name,
    description: plainLabel(
      taken.has(name) ? l10n.t('{0} (this name is used in the file already)', reason) : reason,
      longestReason,
    ),
    value: name,
  }));
  const chosen = await user.pick(`${title} · ${summary}`, choices);
  if (chosen === undefined) return undefined;
  const span = anchor(document.text(), { original: current, mark: place.mark });
  if (typeof span === 'string') return astrayText(span);
  const edit = await renameEdit(document, document.positionAt(span.start), chosen);
  if (typeof edit === 'string') return edit;
  const versions = versionsOf(edit);
  const checked = [];
  for (const [uri] of edit.entries()) {
    const file = await guard.check(uri);
    if (typeof file === 'string') return file === '' ? undefined : file;
    checked.push(file);
  }
  const refusal = await writer.writeAll(checked, () =>
    isSame(versions) ? edit : l10n.t('Nothing was renamed, because a file has changed meanwhile. Try again.'),
  );
  if (refusal === undefined) mention(renamedText(current, chosen, checked.length));
  return refusal;
}

/** So much of a model's reason is read in a list, characters. */
const longestReason = 300;

const renamedText = (before: string, after: string, files: number): string =>
  files === 1
    ? l10n.t('{0} is now {1}.', before, after)
    : l10n.t('{0} is now {1}, in {2} files.', before, after, files);

/** What the language service would change; a string says why it would not. */
async function renameEdit(
  document: ReadableText,
  at: vscode.Position,
  name: string,
): Promise<vscode.WorkspaceEdit | string> {
  let edit: vscode.WorkspaceEdit | undefined;
  try {
    edit = await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, name);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : '';
    return l10n.t('The language service does not rename it to {0}: {1}', name, why);
  }
  if (!edit || edit.entries().length === 0) return l10n.t('The language service does not rename it to {0}.', name);
  return edit.size === edit.entries().length
    ? edit
    : l10n.t('The language service would rename files too, which Steadfast does not do. Rename it by hand (F2).');
}

type Versions = readonly (readonly [string, number | undefined])[];

const versionsOf = (edit: vscode.WorkspaceEdit): Versions =>
  edit.entries().map(([uri]) => [uri.toString(), versionOf(uri.toString())]);

const versionOf = (uri: string): number | undefined =>
  vscode.workspace.textDocuments.find(document => document.uri.toString() === uri)?.version;

/** Of open files the version tells; one that is opened meanwhile was read from the disk as it is. */
const isSame = (versions: Versions): boolean =>
  versions.every(([uri, version]) => version === undefined || versionOf(uri) === version);
