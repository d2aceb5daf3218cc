import type * as vscode from 'vscode';
import { cutDiff, diffSections } from '../../assist/commit/changedFiles.ts';
import { hasTrueNames } from '../../assist/commit/hasTrueNames.ts';
import { isForeignDiff } from '../../assist/commit/diffSettings.ts';
import { fileDiff } from '../../assist/reading/fileDiff.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { mayBeRead, readFile } from '../asking/readableText.ts';
import { untrackedStatus, type GitChange, type GitRepository } from './gitRepositories.ts';

/** So many files are looked at where Git's own diff is not: more are named nowhere. */
const mostFiles = 200;
/** No text: such a file is only named. */
const unseen = '\0';

/**
 * What is staged, or with nothing staged what has changed, as a diff of Git's usual form with the names that the files have. Where the
 * user's settings let another program make diffs, or write other names, Git is asked for the texts alone.
 */
export async function repositoryDiff(repository: GitRepository, isStaged: boolean): Promise<string> {
  if (!(await isForeign(repository))) {
    const diff = cutDiff(await repository.diff(isStaged));
    if (await isNamedTruly(repository, diff)) return diff;
  }
  const changes = isStaged ? repository.state.indexChanges : repository.state.workingTreeChanges;
  const sections: string[] = [];
  for (const change of changes.slice(0, mostFiles)) sections.push(await sectionOf(repository, change, isStaged));
  return cutDiff(sections.join(''));
}

/** What VS Code knows of the files may be older than the diff: then it looks at them once more. */
async function isNamedTruly(repository: GitRepository, diff: string): Promise<boolean> {
  const sections = await inSteps(diffSections(diff), pace);
  if (sections.length === 0) return diff.trim() === '';
  if (hasTrueNames(sections, changedPaths(repository))) return true;
  await repository.status?.();
  return hasTrueNames(sections, changedPaths(repository));
}

function changedPaths(repository: GitRepository): ReadonlySet<string> {
  const { indexChanges, workingTreeChanges, untrackedChanges = [], mergeChanges } = repository.state;
  const changes = [...indexChanges, ...workingTreeChanges, ...untrackedChanges, ...mergeChanges];
  return new Set(changes.flatMap(({ uri, originalUri }) => [pathOf(repository, uri), pathOf(repository, originalUri)]));
}

async function isForeign(repository: GitRepository): Promise<boolean> {
  if (process.env['GIT_EXTERNAL_DIFF'] !== undefined) return true;
  return isForeignDiff((await repository.getConfigs?.()) ?? []);
}

async function sectionOf(
  repository: GitRepository,
  { uri, originalUri, status }: GitChange,
  isStaged: boolean,
): Promise<string> {
  if (!isStaged && status === untrackedStatus) return ''; // as below, without a process of Git for each
  const before = await textIn(repository, isStaged ? 'HEAD' : '', originalUri);
  if (before === undefined && !isStaged) return ''; // no commit has it yet: shown with the new files
  const path = pathOf(repository, uri);
  if (!(await mayBeRead(uri))) return unseenFiles([path]);
  const after = isStaged ? await textIn(repository, '', uri) : await readFile(uri);
  return inSteps(fileDiff({ path, from: pathOf(repository, originalUri), before, after }), pace);
}

/** Files of which only is said that they have changed. */
export async function unseenFiles(paths: readonly string[]): Promise<string> {
  const sections = paths.map(path => inSteps(fileDiff({ path, before: unseen, after: '' }), pace));
  return (await Promise.all(sections)).join('');
}

/** What stands at an address in a commit, or in the index (''); undefined: nothing. */
export async function textIn(repository: GitRepository, ref: string, uri: vscode.Uri): Promise<string | undefined> {
  try {
    return await repository.show?.(ref, uri.fsPath);
  } catch {
    return undefined; // it is not there
  }
}

/** Relative to the root. */
export const pathOf = ({ rootUri }: Pick<GitRepository, 'rootUri'>, uri: vscode.Uri): string =>
  uri.path.slice(rootUri.path.replace(/\/?$/, '/').length);
