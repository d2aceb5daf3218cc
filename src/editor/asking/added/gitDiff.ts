import * as vscode from 'vscode';
import { filesOfDiff, shortFileDiff } from '../../../assist/added/diffFiles.ts';
import { mayBeNamed } from '../readableText.ts';

/** What is used of VS Code's own extension for git. */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly GitRepository[] };
}

interface GitRepository {
  readonly rootUri: vscode.Uri;
  /** `true`: what is staged, else what is not. */
  diff(cached?: boolean): Promise<string>;
}

/**
 * The staged changes of all open repositories, or those in their working trees: file by file, without files that must not be
 * named, and of files that tools write only their names. '': there are none, or no git.
 */
export async function gitDiff(which: 'staged' | 'working'): Promise<string> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return '';
  try {
    const { repositories } = (await extension.activate()).getAPI(1);
    const diffs = await Promise.all(repositories.map(repository => namedDiff(repository, which)));
    return diffs.filter(diff => diff !== '').join('\n\n');
  } catch {
    return ''; // git is switched off, or cannot be run
  }
}

async function namedDiff(repository: GitRepository, which: 'staged' | 'working'): Promise<string> {
  const files = filesOfDiff(await repository.diff(which === 'staged'));
  const named = await Promise.all(files.map(({ path }) => mayBeNamed(vscode.Uri.joinPath(repository.rootUri, path))));
  return files
    .filter((_, at) => named[at] === true)
    .map(shortFileDiff)
    .join('\n');
}
