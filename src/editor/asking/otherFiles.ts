import * as vscode from 'vscode';
import { isSecretFile } from '../../assist/secretFiles.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import { mostUsedFiles, type CurrentHash } from '../../core/cache/usedFiles.ts';
import type { UsedFile } from '../../core/model/usedFile.ts';

/** A larger file is not read, bytes. */
const largestFile = 1_000_000;

/**
 * Tells what a file holds now, as a digest, an open one as it stands in its editor. Only files in the open folders are read,
 * and only when those are trusted; no links, no files made to hold secrets.
 */
export const currentHashBy =
  (hash: Hash): CurrentHash =>
  async file => {
    const uri = vscode.Uri.parse(file, true);
    const text = isReadable(uri) ? await textOf(uri) : undefined;
    return text === undefined ? undefined : hash(`${file}\n${text.replaceAll('\r\n', '\n')}`);
  };

/**
 * The files among these, in the open folders, that are not the document, as they are now. Files outside are libraries, which
 * do not change while one works. What cannot be read has no digest: an answer that used it is not given a second time.
 */
export async function usedFiles(
  uris: readonly vscode.Uri[],
  document: vscode.TextDocument,
  hash: Hash,
): Promise<readonly UsedFile[]> {
  const own = document.uri.toString();
  const inFolders = uris.filter(uri => vscode.workspace.getWorkspaceFolder(uri)).map(uri => uri.toString());
  const files = [...new Set(inFolders)].filter(file => file !== own).slice(0, mostUsedFiles);
  const currentHash = currentHashBy(hash);
  const read = async (file: string): Promise<string> => (await currentHash(file)) ?? '';
  return Promise.all(files.map(async file => ({ file, hash: await read(file) })));
}

const isReadable = (uri: vscode.Uri): boolean =>
  vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(uri) !== undefined && !isSecretFile(uri.path);

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile || type !== vscode.FileType.File) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
