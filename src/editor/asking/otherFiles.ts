import * as vscode from 'vscode';
import type { Hash } from '../../core/cache/questionKey.ts';
import { mostUsedFiles, type CurrentHash } from '../../core/cache/usedFiles.ts';
import type { UsedFile } from '../../core/model/usedFile.ts';
import { readFile } from './readableText.ts';

/**
 * Tells what a file holds now, as a digest, an open one as it stands in its editor. Only files in the open folders are read,
 * and only when those are trusted; no links, no files made to hold secrets, none that are excluded.
 */
export const currentHashBy =
  (hash: Hash): CurrentHash =>
  async file => {
    const text = await readFile(vscode.Uri.parse(file, true));
    return text === undefined ? undefined : digestOf(file, text, hash);
  };

/** The digest of a file that holds this text. */
export const digestOf = (file: string, text: string, hash: Hash): string =>
  hash(`${file}\n${text.replaceAll('\r\n', '\n')}`);

/**
 * The files among these, in the open folders, that are not the document, as they are now. Files outside are libraries, which
 * do not change while one works. What cannot be read has no digest: an answer that used it is not given a second time.
 */
export async function usedFiles(
  uris: readonly vscode.Uri[],
  document: Pick<vscode.TextDocument, 'uri'>,
  hash: Hash,
): Promise<readonly UsedFile[]> {
  const own = document.uri.toString();
  const inFolders = uris.filter(uri => vscode.workspace.getWorkspaceFolder(uri)).map(uri => uri.toString());
  const files = [...new Set(inFolders)].filter(file => file !== own).slice(0, mostUsedFiles);
  const currentHash = currentHashBy(hash);
  const read = async (file: string): Promise<string> => (await currentHash(file)) ?? '';
  return Promise.all(files.map(async file => ({ file, hash: await read(file) })));
}
