import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { isBeginning } from '../../assist/commit/beginning.ts';
import { cutDiff, diffSections } from '../../assist/commit/changedFiles.ts';
import { newFileDiff, withoutLinesOf } from '../../assist/reading/openDiff.ts';
import type { Context } from '../../assist/assistance.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { pace } from '../../interaction/platform/pace.ts';
import type { User } from '../../interaction/platform/user.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { type FindingsIn, mayBeRead, readFile } from '../asking/readableText.ts';
import { secretsIn } from '../asking/otherText.ts';
import { chosenRepository } from '../../interaction/changes/chosenRepository.ts';
import { gitRepositories, type GitRepository } from './gitRepositories.ts';
import { pathOf, repositoryDiff, unseenFiles } from './repositoryDiff.ts';

/** What reading changes needs of the world. */
export interface ChangesParts {
  readonly findingsIn: FindingsIn;
  readonly user: Pick<User, 'pick'>;
}

const mostMessages = 10;
const longestMessage = 1_000;
/** New files that are in no commit yet: their text is taken of so many. */
const mostNewFiles = 20;
/** Of a change that is longer than what is read, so many more files are named. */
const mostUnseen = 200;

/** The changes of a repository, for a question. */
export interface GatheredChanges {
  readonly context: Context;
  readonly root: vscode.Uri;
  /** Files that must not be read: they are only named. */
  readonly closed: readonly string[];
}

/** What may be shown of the changes of a repository. */
export interface ReadableChanges {
  readonly diff: string;
  readonly closed: readonly string[];
  /** There are changes, and nothing may be shown of any. */
  readonly isAllClosed: boolean;
}

/**
 * The changes that a commit would hold, for its message: what is staged, or with nothing staged what is changed and new. What must
 * not be read is named and not shown. undefined: the user did not say which repository.
 */
export async function gatherChanges(argument: unknown, parts: ChangesParts): Promise<GatheredChanges | undefined> {
  if (!vscode.workspace.isTrusted)
    throw new CannotAsk(l10n.t('This folder is not trusted, so its changes are not read. Trust it first.'));
  const repository = await chooseRepository(argument, parts.user);
  if (!repository) return undefined;
  const name = repository.rootUri.path.split('/').at(-1) ?? '';
  const { diff, closed, isAllClosed } = await readableDiff(repository, name);
  if (isAllClosed)
    throw new CannotAsk(
      l10n.t(
        'All changes in {0} are in files that are not sent to models, so nothing was sent: {1}',
        name,
        closed.slice(0, 3).join(', '),
      ),
    );
  if (diff.trim() === '') throw new CannotAsk(l10n.t('There are no changes in {0} to describe.', name));
  const typed = repository.inputBox.value;
  const branch = repository.state.HEAD?.name;
  const context = await changesContext(
    repository,
    { diff, ...(branch !== undefined && { symbol: { name: branch, kind: 'branch' } }) },
    parts,
  );
  const history = await earlierMessages(repository);
  return {
    root: repository.rootUri,
    closed,
    context: { ...context, history, input: isBeginning(typed) ? typed.trim() : '' },
  };
}

/** Changes, as what is asked about. */
export async function changesContext(
  { rootUri }: GitRepository,
  { diff, symbol }: { readonly diff: string; readonly symbol?: NonNullable<Context['symbol']> },
  { findingsIn }: ChangesParts,
): Promise<Context> {
  const secrets = await secretsIn(diff, await findingsIn(`${rootUri.toString()}?diff`, diff));
  return {
    file: rootUri.path.split('/').at(-1) ?? '',
    language: 'diff',
    code: diff,
    before: '',
    after: '',
    startLine: 1,
    endLine: 1,
    diagnostics: [],
    hovers: [],
    ...(symbol && { symbol }),
    ...(secrets.length > 0 && { secrets }),
    input: '',
    turns: [],
  };
}

/** The one whose button was pressed, of the file in use, the only one, or the one that the user picks. */
export async function chooseRepository(
  argument: unknown,
  user: ChangesParts['user'],
): Promise<GitRepository | undefined> {
  const repositories = await gitRepositories();
  if (!repositories || repositories.length === 0)
    throw new CannotAsk(l10n.t('There is no Git repository open here, or VS Code’s Git extension is switched off.'));
  const root = isObject(argument) && argument['rootUri'] instanceof vscode.Uri ? argument['rootUri'] : undefined;
  const edited = vscode.window.activeTextEditor?.document.uri;
  const meant = chosenRepository(repositories, { pressed: root, edited });
  if (meant) return meant;
  const choices = repositories.map(value => ({
    label: value.rootUri.path.split('/').at(-1) ?? '',
    description: value.rootUri.fsPath,
    value,
  }));
  return user.pick(l10n.t('Which repository’s changes?'), choices);
}

async function earlierMessages(repository: GitRepository): Promise<readonly string[]> {
  try {
    const commits = await repository.log({ maxEntries: mostMessages });
    return commits.map(({ message }) => message.slice(0, longestMessage));
  } catch {
    return []; // a repository without a commit has no log
  }
}

/** What is staged, or changed; without what must not be read. `name` is the repository’s, for a refusal. */
export async function readableDiff(repository: GitRepository, name: string): Promise<ReadableChanges> {
  const isStaged = repository.state.indexChanges.length > 0;
  const whole = await repositoryDiff(repository, isStaged);
  const sections = await inSteps(diffSections(whole), pace);
  const known = sections.flatMap(({ file }) => file ?? []);
  if (known.length === 0 && whole.trim() !== '')
    throw new CannotAsk(
      l10n.t('Git shows the changes of {0} in a form that cannot be read here. See diff.external and color.ui.', name),
    );
  const closed = new Set<string>();
  for (const { path, from } of known) {
    const uris = [path, ...(from === undefined ? [] : [from])].map(each =>
      vscode.Uri.joinPath(repository.rootUri, each),
    );
    if (!(await Promise.all(uris.map(mayBeRead))).every(may => may)) closed.add(path);
  }
  const shown = await inSteps(withoutLinesOf(sections, closed), pace);
  const paths = new Set(known.map(({ path }) => path));
  const others = isStaged ? await cutOff(repository, paths) : await newFiles(repository, paths);
  const all = [...closed, ...others.closed];
  return {
    diff: `${shown}${others.diff}`,
    closed: all,
    isAllClosed: all.length > 0 && all.length === known.length + others.count,
  };
}

/** What is staged and stands behind the end of a diff that was cut: so many of them are named. */
async function cutOff(repository: GitRepository, known: ReadonlySet<string>) {
  const paths = repository.state.indexChanges.map(({ uri }) => pathOf(repository, uri));
  const others = paths.filter(path => !known.has(path));
  return { diff: await unseenFiles(others.slice(0, mostUnseen)), closed: others, count: others.length };
}

/** Files that no commit has yet, as a diff would show them. */
async function newFiles(repository: GitRepository, known: ReadonlySet<string>) {
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  const uris = [...workingTreeChanges, ...untrackedChanges].map(({ uri }) => uri);
  const unknown = [...new Map(uris.map(uri => [uri.toString(), uri])).values()].filter(
    uri => !known.has(pathOf(repository, uri)),
  );
  const sections: string[] = [];
  const closed: string[] = [];
  for (const [at, uri] of unknown.entries()) {
    const isOpen = at < mostNewFiles && (await mayBeRead(uri));
    if (!isOpen) closed.push(pathOf(repository, uri));
    const text = isOpen ? await readFile(uri) : undefined;
    sections.push(await inSteps(newFileDiff(pathOf(repository, uri), text), pace));
  }
  return { diff: cutDiff(sections.join('')), closed, count: unknown.length };
}
