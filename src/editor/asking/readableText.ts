// Over 200 lines with its comments: the one rule by which text is read, whose halves must not be asked for alone.

import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { cutBefore } from '../../assist/reading/cutBefore.ts';
import { isMostlySecrets } from '../../assist/reading/mostlySecrets.ts';
import type { SearchedText } from '../../assist/reading/searchedText.ts';
import { isSecretFile } from '../../assist/reading/secretFiles.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { decodedText } from './decodedText.ts';
import { isGitIgnored, isIgnored, type KnownRules } from './ignoreFiles.ts';
import { realUri } from './realUri.ts';
import { fileName } from './workspaceFile.ts';

/** Finds the secrets in a text of the document of that name. */
export type FindingsIn = (document: string, text: string) => Promise<readonly Finding[]>;

/** Of a larger document so much on either side of the selection is looked at, characters. */
const largestSide = 500_000;
/** A larger file is not read, bytes. */
const largestFile = 1_000_000;

/**
 * The text of a document that may be read. Only this file makes one, so that whoever takes one cannot forget to ask whether
 * it may: what is made to hold secrets or is excluded is not read.
 */
export class ReadableText {
  readonly #document: vscode.TextDocument;

  constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  get uri(): vscode.Uri {
    return this.#document.uri;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  text(range?: vscode.Range): string {
    return this.#document.getText(range);
  }

  /** The name at a position; undefined: there is none. */
  wordAt(position: vscode.Position): vscode.Range | undefined {
    return this.#document.getWordRangeAtPosition(position);
  }

  line(line: number): vscode.TextLine {
    return this.#document.lineAt(line);
  }

  offsetAt(position: vscode.Position): number {
    return this.#document.offsetAt(position);
  }

  positionAt(offset: number): vscode.Position {
    return this.#document.positionAt(offset);
  }
}

/**
 * A document to read for a question about a place in it, and what of it may be sent, whose secrets are known before anything
 * is cut. Rejects with a CannotAsk when it must not be read, also when it holds little but secrets.
 */
export async function readDocument(
  document: vscode.TextDocument,
  around: vscode.Range,
  findingsIn: FindingsIn,
): Promise<{ readonly readable: ReadableText; readonly searched: SearchedText }> {
  const closed = await closedBecause(document.uri);
  if (closed) throw new CannotAsk(closedTexts[closed](fileName(document.uri)));
  const from = document.offsetAt(around.start) - largestSide;
  const firstLine = from <= 0 ? 0 : Math.min(document.positionAt(from).line + 1, around.start.line);
  const to = document.positionAt(document.offsetAt(around.end) + largestSide);
  const last = document.lineAt(to.line).range.end;
  const text = document.getText(new vscode.Range(firstLine, 0, last.line, last.character));
  const findings = await found(document.uri, text, findingsIn);
  if (await inSteps(isMostlySecrets(text, findings), pace))
    throw new CannotAsk(
      l10n.t(
        '{0} contains mostly secrets, so nothing from it is sent. Select code in another file.',
        fileName(document.uri),
      ),
    );
  return { readable: new ReadableText(document), searched: { firstLine, text, findings } };
}

/** A document that is open, to look at and not to send; undefined: it is not open, or must not be read. */
export async function openDocument(uri: string): Promise<ReadableText | undefined> {
  const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
  return document && !(await isClosed(document.uri)) ? new ReadableText(document) : undefined;
}

/**
 * What a file in the open folders holds now, an open one as it stands in its editor; undefined: it cannot or must not be
 * read, or is a link that leads out of them. Nothing of it is sent, only told apart from another version, so what it holds is not searched.
 */
export async function readFile(uri: vscode.Uri): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted || !(await isWithin(uri))) return undefined;
  if (await isClosed(uri)) return undefined;
  return textNow(uri);
}

/** Is it in an open folder, all links followed? A repository may hold a link to anywhere. */
async function isWithin(uri: vscode.Uri): Promise<boolean> {
  const { getWorkspaceFolder } = vscode.workspace;
  return getWorkspaceFolder(uri) !== undefined && getWorkspaceFolder((await realUri(uri)) ?? uri) !== undefined;
}

/** Of a file that may be read; what stands in its editor is what its user means. */
async function textNow(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile || type !== vscode.FileType.File) return undefined;
    return await decodedText(await vscode.workspace.fs.readFile(uri), uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

/** The text of a file that nobody has asked about, and the secrets in it: lines of it may be sent. */
export interface OtherText {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A longer file that nobody has asked about is not sent of, characters. */
const longestOther = 300_000;

/**
 * A file beside the one that is asked about, lines of which may be sent: in a trusted folder, not made to hold secrets, not
 * excluded, no part of a build, and text. undefined: it is not so, or cannot be said.
 */
export async function readOther(
  uri: vscode.Uri,
  findingsIn: FindingsIn,
  rules?: KnownRules,
): Promise<OtherText | undefined> {
  if (!(await mayBeNamed(uri, rules))) return undefined;
  const text = await readFile(uri);
  return text === undefined || text.length > longestOther ? undefined : searched(uri, text, findingsIn);
}

/** May a file that nobody has asked about be named? Only what could be sent, too. */
export async function mayBeNamed(uri: vscode.Uri, rules?: KnownRules): Promise<boolean> {
  if (!vscode.workspace.isTrusted || !(await isWithin(uri))) return false;
  return (await mayBeRead(uri)) && !(await isGitIgnored(uri, rules));
}

/** The same for a text of a document that may be read. */
export async function searched(uri: vscode.Uri, text: string, findingsIn: FindingsIn): Promise<OtherText | undefined> {
  try {
    const findings = await findingsIn(uri.toString(), text);
    return (await inSteps(isMostlySecrets(text, findings), pace)) ? undefined : { text, findings };
  } catch {
    return undefined; // what could not be searched is not sent, and nobody has asked for it
  }
}

/** The text of a file that is to be sent, or its beginning. */
export interface SentText {
  readonly text: string;
  readonly isCut: boolean;
  /** The file that it really is, all links followed. */
  readonly real: string;
}

/**
 * A file in the open folders that is to be sent: at most so many characters of it, and no half of a secret. undefined: it cannot or must not
 * be read, or holds little but secrets. A link is followed within the folders.
 */
export async function readToSend(
  uri: vscode.Uri,
  longest: number,
  findingsIn: FindingsIn,
): Promise<SentText | undefined> {
  const real = (await realUri(uri)) ?? uri;
  if (!vscode.workspace.isTrusted || !vscode.workspace.getWorkspaceFolder(real)) return undefined;
  const text = (await mayBeRead(uri)) ? await textNow(real) : undefined;
  if (text === undefined || text.includes('\0')) return undefined;
  const findings = await findingsIn(real.toString(), text).catch(() => undefined); // what cannot be searched is not sent
  if (!findings || (await inSteps(isMostlySecrets(text, findings), pace))) return undefined;
  const cut = cutBefore(text, longest, findings);
  return { text: cut, isCut: cut.length < text.length, real: real.toString() };
}

/** May a file be named and read for a question? Not when its ignore files cannot be checked either. */
export async function mayBeRead(uri: vscode.Uri): Promise<boolean> {
  try {
    return !(await isClosed(uri));
  } catch (error) {
    if (error instanceof CannotAsk) return false;
    throw error;
  }
}

/** Is it made to hold secrets or excluded, by the name that it goes by or by the one it really has? */
async function closedBecause(uri: vscode.Uri): Promise<keyof typeof closedTexts | undefined> {
  const real = await realUri(uri);
  for (const each of real && real.path !== uri.path ? [uri, real] : [uri]) {
    if (isSecretFile(each.path)) return 'secret';
    if (await isIgnored(each)) return 'ignored';
  }
  return undefined;
}

const isClosed = async (uri: vscode.Uri): Promise<boolean> => (await closedBecause(uri)) !== undefined;

const closedTexts = {
  secret: (name: string) =>
    l10n.t(
      'Nothing from {0} is sent, because files of its kind usually hold secrets. Select code in another file.',
      name,
    ),
  ignored: (name: string) =>
    l10n.t(
      'Nothing from {0} is sent, because an ignore file of this workspace, such as .aiignore, excludes it. Select code in another file.',
      name,
    ),
};

async function found(uri: vscode.Uri, text: string, findingsIn: FindingsIn): Promise<readonly Finding[]> {
  try {
    return await findingsIn(uri.toString(), text);
  } catch {
    throw new CannotAsk(
      l10n.t('{0} could not be searched for secrets, so nothing from it is sent.', fileName(uri)), // whatever kept it from that
    );
  }
}
