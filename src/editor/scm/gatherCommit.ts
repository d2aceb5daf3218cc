import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { cutDiff } from '../../assist/commit/changedFiles.ts';
import { fileDiff } from '../../assist/reading/fileDiff.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { mayBeRead } from '../asking/readableText.ts';
import { changesContext, chooseRepository, type ChangesParts, type GatheredChanges } from './gatherChanges.ts';
import type { GitChange, GitCommit, GitRepository } from './gitRepositories.ts';
import { pathOf, textIn, unseenFiles } from './repositoryDiff.ts';

/** So many commits are there to choose from. */
const mostCommits = 100;
/** More files of a commit are not looked at. */
const mostFiles = 200;
/** What a first commit is compared with: Git's tree of nothing, which every repository knows. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * What a commit that the user picks has changed. What must not be read now is named and not shown, whatever it was then. undefined: none
 * was picked.
 */
export async function gatherCommit(argument: unknown, parts: ChangesParts): Promise<GatheredChanges | undefined> {
  if (!vscode.workspace.isTrusted)
    throw new CannotAsk(l10n.t('This folder is not trusted, so its changes are not read. Trust it first.'));
  const repository = await chooseRepository(argument, parts.user);
  const commit = repository && (await chooseCommit(repository, parts.user));
  if (!commit) return undefined;
  const { diff, closed } = await commitDiff(repository, commit);
  const name = `${commit.hash.slice(0, 7)} ${subjectOf(commit)}`;
  if (diff.trim() === '') throw new CannotAsk(l10n.t('There is nothing in {0} that can be shown to a model.', name));
  const symbol = { name, kind: 'commit' };
  return { root: repository.rootUri, closed, context: await changesContext(repository, { diff, symbol }, parts) };
}

const subjectOf = ({ message }: GitCommit): string => plainLabel(message.split('\n', 1)[0] ?? '', 80);

async function chooseCommit(repository: GitRepository, user: ChangesParts['user']): Promise<GitCommit | undefined> {
  const commits = await logOf(repository);
  if (commits.length === 0) throw new CannotAsk(l10n.t('There is no commit in this repository yet.'));
  const choices = commits.map(value => ({ label: subjectOf(value), description: value.hash.slice(0, 7), value }));
  return user.pick(l10n.t('Which commit is to be reviewed?'), choices);
}

async function logOf(repository: GitRepository): Promise<readonly GitCommit[]> {
  try {
    return await repository.log({ maxEntries: mostCommits });
  } catch {
    return []; // a repository without a commit has no log
  }
}

async function commitDiff(repository: GitRepository, { hash, parents = [] }: GitCommit) {
  const before = parents[0] ?? emptyTree;
  const changes = (await repository.diffBetween?.(before, hash)) ?? [];
  const closed: string[] = [];
  const sections: string[] = [];
  for (const change of changes.slice(0, mostFiles)) {
    const path = pathOf(repository, change.uri);
    const isOpen = (await Promise.all([change.uri, change.originalUri].map(mayBeRead))).every(may => may);
    if (!isOpen) closed.push(path);
    sections.push(isOpen ? await sectionOf(repository, change, { before, after: hash }) : await unseenFiles([path]));
  }
  return { diff: cutDiff(sections.join('')), closed };
}

async function sectionOf(
  repository: GitRepository,
  { uri, originalUri }: GitChange,
  refs: { readonly before: string; readonly after: string },
): Promise<string> {
  const before = await textIn(repository, refs.before, originalUri);
  const after = await textIn(repository, refs.after, uri);
  const [path, from] = [pathOf(repository, uri), pathOf(repository, originalUri)];
  return inSteps(fileDiff({ path, from, before, after }), pace);
}
