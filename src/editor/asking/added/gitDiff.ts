import * as vscode from 'vscode';
import { shortFileDiff } from '../../../assist/added/diffFiles.ts';
import { diffSections } from '../../../assist/commit/changedFiles.ts';
import { inSteps } from '../../../core/shared/steps.ts';
import { pace } from '../../../interaction/platform/pace.ts';
import { gitRepositories, type GitRepository } from '../../scm/gitRepositories.ts';
import { repositoryDiff } from '../../scm/repositoryDiff.ts';
import { mayBeNamed } from '../readableText.ts';

/**
 * The staged changes of all open repositories, or those in their working trees: file by file, without files that must not be
 * named, and of files that tools write only their names. '': there are none, or no git.
 */
export async function gitDiff(which: 'staged' | 'working'): Promise<string> {
  try {
    const repositories = (await gitRepositories()) ?? [];
    const diffs = await Promise.all(repositories.map(repository => namedDiff(repository, which)));
    return diffs.filter(diff => diff !== '').join('\n\n');
  } catch {
    return ''; // git is switched off, or cannot be run
  }
}

async function namedDiff(repository: GitRepository, which: 'staged' | 'working'): Promise<string> {
  const sections = await inSteps(diffSections(await repositoryDiff(repository, which === 'staged')), pace);
  const shown: string[] = [];
  for (const { text, file } of sections) {
    if (!file) continue;
    const paths = file.from === undefined ? [file.path] : [file.path, file.from];
    const named = await Promise.all(paths.map(path => mayBeNamed(vscode.Uri.joinPath(repository.rootUri, path))));
    if (named.every(may => may)) shown.push(shortFileDiff(text, file));
  }
  return shown.join('\n');
}
