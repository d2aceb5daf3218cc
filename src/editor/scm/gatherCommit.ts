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
/** Of more files of a commit only is said that they have changed. */
const mostFiles = 100;
/** So many are asked of Git at once. */
const atOnce = 8;
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

async function commitDiff(repository: GitRepository, commit: GitCommit) {
  const before = commit.parents?.[0] ?? emptyTree;
  const changes = await changesBetween(repository, before, commit);
  const closed: string[] = [];
  const section = async (change: GitChange, at: number): Promise<string> => {
    const path = pathOf(repository, change.uri);
    const isOpen = (await Promise.all([change.uri, change.originalUri].map(mayBeRead))).every(may => may);
    if (isOpen && at < mostFiles) return sectionOf(repository, change, { before, after: commit.hash });
    closed.push(path);
    return unseenFiles([path]);
  };
  const sections: string[] = [];
  for (let at = 0; at < changes.length; at += atOnce)
    sections.push(...(await Promise.all(changes.slice(at, at + atOnce).map((each, more) => section(each, at + more)))));
  return { diff: cutDiff(sections.join('')), closed };
}

/** The files that differ. What came before may not be here: a repository may have been fetched without its history. */
async function changesBetween(
  repository: GitRepository,
  before: string,
  { hash }: GitCommit,
): Promise<readonly GitChange[]> {
  try {
    if (before !== emptyTree) return (await repository.diffBetween?.(before, hash)) ?? [];
    const all = await repository.diffBetweenWithStats2?.(`${before}..${hash}`);
    if (all) return all;
  } catch {
    // told below: the commit before it may not be here
  }
  throw new CannotAsk(
    l10n.t(
      'What {0} has changed cannot be read: the commit before it is not here. Fetch the whole history of the repository.',
      hash.slice(0, 7),
    ),
  );
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
