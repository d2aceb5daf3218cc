import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addedTitles } from '../../assist/added/addedTitles.ts';
import type { Assistance, Context } from '../../assist/assistance.ts';
import type { EditedFile } from '../../assist/edits/placeBlocks.ts';
import { flat } from '../../assist/prompt/sections.ts';
import type { KnownSecret } from '../../core/model/knownSecret.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import type { User } from '../../interaction/platform/user.ts';
import { unsought } from '../asking/added/folderOutline.ts';
import type { ReadingRules } from '../asking/gatherContext.ts';
import { otherText } from '../asking/otherText.ts';
import { mayBeNamed } from '../asking/readableText.ts';
import { isWritable } from '../platform/isWritable.ts';
import { documentAt } from '../present/documentWriter.ts';

/** So many files are changed by one answer: of more nobody reads the diff. */
const mostFiles = 10;
/** So many are offered to choose from. */
const mostOffered = 200;

/** What reading files to be changed needs of the world. */
export interface GatherFilesParts extends Pick<ReadingRules, 'findingsIn' | 'isOn' | 'added'> {
  readonly user: Pick<User, 'pickSeveral'>;
}

/**
 * The files that are to be changed, each whole: those that have been added to the next question, or else those that the user picks.
 * undefined: none were picked.
 */
export async function gatherFiles(assistance: Assistance, parts: GatherFilesParts): Promise<AskRequest | undefined> {
  if (!vscode.workspace.isTrusted)
    throw new CannotAsk(l10n.t('This folder is not trusted, so its files are not read. Trust it first.'));
  const added = addedFiles(parts);
  const uris = added.length > 0 ? added : await picked(parts);
  if (!uris || uris.length === 0) return undefined;
  if (uris.length > mostFiles)
    throw new CannotAsk(
      l10n.t('At most {0} files can be edited at once; these are {1}. Choose fewer.', mostFiles, uris.length),
    );
  const read = await Promise.all(uris.map(uri => readToEdit(uri, parts)));
  const files = read.filter(each => typeof each !== 'string');
  const refused = read.filter(each => typeof each === 'string');
  const [first] = files;
  if (!first) throw new CannotAsk(refused.join(' '));
  const context: Context = {
    ...nothing,
    file: first.path,
    language: first.language,
    files: named(files),
    ...(files.some(({ secrets }) => secrets.length > 0) && { secrets: files.flatMap(({ secrets }) => secrets) }),
  };
  return {
    assistance,
    context,
    place: { uri: first.uri, start: 0 },
    ...(refused.length > 0 && { remarks: refused }),
  };
}

/** What was added besides the files that are to be changed, which go along whole. */
export function withoutFiles({ added, ...context }: Context): Context {
  const titles = new Set((context.files ?? []).map(({ path }) => addedTitles.file(path)));
  const others = (added ?? []).filter(({ title }) => !titles.has(flat(title)));
  return others.length > 0 ? { ...context, added: others } : context;
}

const nothing: Omit<Context, 'file' | 'language'> = {
  code: '',
  before: '',
  after: '',
  startLine: 1,
  endLine: 1,
  diagnostics: [],
  hovers: [],
  input: '',
  turns: [],
};

function addedFiles({ added }: GatherFilesParts): readonly vscode.Uri[] {
  const uris = added.lists.of().flatMap(({ from }) => (from.kind === 'file' ? [from.uri] : []));
  return [...new Set(uris)].map(uri => vscode.Uri.parse(uri, true));
}

/** Open files first, of which those that can be seen are picked already. */
async function picked({ user }: GatherFilesParts): Promise<readonly vscode.Uri[] | undefined> {
  const { textDocuments, findFiles, getWorkspaceFolder } = vscode.workspace;
  const open = textDocuments.map(({ uri }) => uri).filter(uri => uri.scheme !== 'git' && getWorkspaceFolder(uri));
  const found = await findFiles('**/*', unsought, mostOffered);
  const all = [...new Map([...open, ...found].map(uri => [uri.toString(), uri])).values()].slice(0, mostOffered);
  const may = await Promise.all(all.map(uri => mayBeNamed(uri)));
  const offered = all.filter((_, at) => may[at] === true);
  if (offered.length === 0)
    throw new CannotAsk(l10n.t('There is no file here that could be edited. Open a folder with text files.'));
  const seen = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  const isOpen = new Set(open.map(uri => uri.toString()));
  return user.pickSeveral(
    l10n.t('Which files are to be edited?'),
    offered.map(uri => ({
      label: plainLabel(vscode.workspace.asRelativePath(uri), 200),
      ...(isOpen.has(uri.toString()) && { description: l10n.t('open') }),
      value: uri,
      isPicked: seen.has(uri.toString()),
    })),
    {
      hint: l10n.t(
        'Up to {0}. Each is sent whole, its secrets masked; nothing is changed before you accept it.',
        mostFiles,
      ),
    },
  );
}

interface ReadFile extends EditedFile {
  readonly secrets: readonly KnownSecret[];
}

/** A string says why it does not go along. */
async function readToEdit(uri: vscode.Uri, { findingsIn, isOn }: GatherFilesParts): Promise<ReadFile | string> {
  const path = flat(vscode.workspace.asRelativePath(uri));
  const document = await documentAt(uri);
  if (document && !isOn(document)) return l10n.t('{0} is left out: Steadfast is switched off there.', path);
  if (!(await isWritable(uri))) return l10n.t('{0} is left out: it is read-only.', path);
  const found = document && (await otherText(uri, findingsIn));
  if (!found)
    return l10n.t('{0} is left out: it is too long or no text, or it must not be sent (secrets, ignore files).', path);
  return { path, uri: uri.toString(), language: document.languageId, ...found };
}

/** Without what is known of their secrets, which never goes to disk. */
const named = (files: readonly ReadFile[]): readonly EditedFile[] =>
  files.map(({ path, uri, language, text }) => ({ path, uri, language, text }));
