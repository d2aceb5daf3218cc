import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { anchor } from '../../assist/anchor.ts';
import { otherPlaces, type NamePlace } from '../../assist/names/otherPlaces.ts';
import type { SuggestedNames } from '../../interaction/asking/askRequest.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import type { User } from '../../interaction/platform/user.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import { otherPlacesText, renamedText, renameQuestion } from '../../interaction/rename/renameText.ts';
import { askServices, longPatienceMs } from '../asking/languageServices.ts';
import { openDocument, type ReadableText } from '../asking/readableText.ts';
import { type CheckedTexts, documentAt, type DocumentWriter, type EditLabel } from '../present/documentWriter.ts';
import { renameEdits, type NameEdits } from './renameEdit.ts';
import { astrayText } from '../present/proposedChange.ts';

/** What renaming needs of the world. */
export interface RenameParts {
  readonly user: Pick<User, 'pick' | 'confirm'>;
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
  { asked, names, title, summary, question }: SuggestedNames,
  parts: RenameParts,
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
  const chosen = await parts.user.pick(`${title} · ${summary}`, choices);
  if (chosen === undefined) return undefined;
  const span = anchor(document.text(), { original: current, mark: place.mark });
  if (typeof span === 'string') return astrayText(span);
  const at = document.positionAt(span.start);
  const edits = await renameEdits(document.uri, at, chosen);
  if (typeof edits === 'string') return edits;
  const refusal = await written(edits, {
    document,
    at,
    label: { title, summary, question, isRefactoring: true },
    parts,
  });
  if (refusal === undefined)
    parts.mention(renamedText(current, chosen, { places: placesOf(edits).length, files: edits.length }));
  return refusal === '' ? undefined : refusal;
}

/** Writes what the guard allows of each file, all or nothing. A string says why nothing was changed; '': the user knows. */
async function written(edits: NameEdits, { document, at, label, parts: { user, guard, writer } }: Writing) {
  const versions = versionsOf(edits);
  if (!(await isAgreed(edits, { document, at, user }))) return '';
  const checked: CheckedTexts[] = [];
  for (const [uri, texts] of edits) {
    const file = await guard.check(uri);
    if (typeof file === 'string') return file;
    checked.push({ file, texts });
  }
  return writer.writeAll(checked, label, () =>
    isSame(versions) ? undefined : l10n.t('Nothing was renamed, because a file has changed meanwhile. Try again.'),
  );
}

interface Writing {
  readonly document: ReadableText;
  readonly at: vscode.Position;
  readonly label: EditLabel;
  readonly parts: RenameParts;
}

interface Agreeing {
  readonly document: ReadableText;
  readonly at: vscode.Position;
  readonly user: RenameParts['user'];
}

/** Places that are no uses of the name, as words in comments, are changed only when the user knows of them. */
async function isAgreed(edits: NameEdits, { document, at, user }: Agreeing): Promise<boolean> {
  const uses =
    (await askServices<readonly vscode.Location[]>(
      longPatienceMs,
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    )) ?? [];
  const own = { uri: document.uri, range: new vscode.Range(at, at) };
  const others = otherPlaces(placesOf(edits), uses.length === 0 ? [] : [...uses, own].map(placeOf));
  if (others === 0) return true;
  const question = renameQuestion({ places: placesOf(edits).length, files: edits.length });
  return user.confirm({ question, detail: otherPlacesText(others), yes: l10n.t('Rename') });
}

const placesOf = (edits: NameEdits): readonly NamePlace[] =>
  edits.flatMap(([uri, texts]) => texts.map(({ range }) => placeOf({ uri, range })));

const placeOf = ({ uri, range: { start } }: Pick<vscode.Location, 'uri' | 'range'>): NamePlace => ({
  file: uri.toString(),
  line: start.line,
  character: start.character,
});

/** So much of a model's reason is read in a list, characters. */
const longestReason = 300;

type Versions = readonly (readonly [string, number | undefined])[];

const versionsOf = (edits: NameEdits): Versions => edits.map(([uri]) => [uri.toString(), versionOf(uri.toString())]);

const versionOf = (uri: string): number | undefined =>
  vscode.workspace.textDocuments.find(document => document.uri.toString() === uri)?.version;

/** Of open files the version tells; one that is opened meanwhile was read from the disk as it is. */
const isSame = (versions: Versions): boolean =>
  versions.every(([uri, version]) => version === undefined || versionOf(uri) === version);
