import type * as vscode from 'vscode';
import { isForeignDiff } from '../../assist/commit/diffSettings.ts';
import { fileDiff } from '../../assist/reading/fileDiff.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { mayBeRead, readFile } from '../asking/readableText.ts';
import type { GitChange, GitRepository } from './gitRepositories.ts';

/** So many files are looked at where Git's own diff is not: more are named nowhere. */
const mostFiles = 200;
/** No text: such a file is only named. */
const unseen = '\0';

/**
 * What is staged, or with nothing staged what has changed, as a diff of Git's usual form. Where the user's settings let another
 * program make diffs, Git is asked for the texts alone.
 */
export async function repositoryDiff(repository: GitRepository, isStaged: boolean): Promise<string> {
  if (!(await isForeign(repository))) return repository.diff(isStaged);
  const changes = isStaged ? repository.state.indexChanges : repository.state.workingTreeChanges;
  const sections: string[] = [];
  for (const change of changes.slice(0, mostFiles)) sections.push(await sectionOf(repository, change, isStaged));
  return sections.join('');
}

async function isForeign(repository: GitRepository): Promise<boolean> {
  if (process.env['GIT_EXTERNAL_DIFF'] !== undefined) return true;
  return isForeignDiff((await repository.getConfigs?.()) ?? []);
}

async function sectionOf(
  repository: GitRepository,
  { uri, originalUri }: GitChange,
  isStaged: boolean,
): Promise<string> {
  const before = await textIn(repository, isStaged ? 'HEAD' : '', originalUri);
  if (before === undefined && !isStaged) return ''; // no commit has it yet: shown with the new files
  const path = pathOf(repository, uri);
  if (!(await mayBeRead(uri))) return inSteps(fileDiff({ path, before: unseen, after: '' }), pace);
  const after = isStaged ? await textIn(repository, '', uri) : await readFile(uri);
  return inSteps(fileDiff({ path, from: pathOf(repository, originalUri), before, after }), pace);
}

/** What stands at an address in a commit, or in the index (''); undefined: nothing. */
async function textIn(repository: GitRepository, ref: string, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await repository.show?.(ref, uri.fsPath);
  } catch {
    return undefined; // it is not there
  }
}

/** Relative to the root. */
export const pathOf = ({ rootUri }: Pick<GitRepository, 'rootUri'>, uri: vscode.Uri): string =>
  uri.path.slice(rootUri.path.replace(/\/?$/, '/').length);
