import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Known } from '../assistance.ts';
import { changedFiles, type ChangedFile } from '../commit/changedFiles.ts';
import { commitStyle, inStyle } from '../commit/commitStyle.ts';
import { importanceOf } from '../commit/importance.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { declaredNames } from './declaredNames.ts';
import { codeWords, fencedCode, paragraphs } from './offlineMarkdown.ts';

/** A message that says what was changed, from the diff alone: kind, scope, files and counts. Why it was changed no diff says. */
export function offlineCommit({ context }: Known, phrases: OfflinePhrases): WithoutModel {
  const { code, history = [], symbol, input } = context;
  const files = changedFiles(code);
  const { commit, noModel, draft } = phrases;
  if (files.length === 0) return { text: paragraphs([noModel, commit.noChange]) };
  const style = commitStyle(history);
  const kind = kindOf(files, symbol?.name ?? '');
  const known = kind === '' ? undefined : style.prefixes.find(prefix => prefix === kind);
  const message = written(files, { history, branch: symbol?.name ?? '', kind: known ?? '', begun: input.trim() });
  const [added, removed] = [sumOf(files, 'added'), sumOf(files, 'removed')];
  return {
    text: paragraphs([
      [noModel, commit.message].join(' '),
      fencedCode('text', message),
      commit.counts(files.length, added, removed),
      known === undefined ? (style.prefixes.length > 0 ? commit.kindUnknown : '') : commit.kind(codeWords(known)),
      draft,
    ]),
    draft: message,
  };
}

interface Wanted {
  readonly history: readonly string[];
  readonly branch: string;
  readonly kind: string;
  /** What its author has written of it already; '' when nothing. */
  readonly begun: string;
}

/** More files than these are counted by their folders. */
const mostFiles = 20;

function written(files: readonly ChangedFile[], { history, branch, kind, begun }: Wanted): string {
  const { longestSubject, hasBody } = commitStyle(history);
  const scope = scopeOf(files, history);
  const prefix = kind === '' ? '' : `${kind}${scope === '' ? '' : `(${scope})`}: `;
  const subject = begun === '' ? prefix + subjectOf(files, Math.max(20, longestSubject - prefix.length)) : begun;
  const body = files.length > 1 || hasBody ? ['', ...fileLines(files)] : [];
  return [...inStyle(subject, history, branch).split('\n'), ...body].join('\n');
}

/** The most telling that fits: what is declared or gone by name, else which files. */
function subjectOf(files: readonly ChangedFile[], longest: number): string {
  const [first] = files;
  if (!first) return '';
  const names = declaredNames(files);
  const verb = verbOf(files);
  const place = placeOfNames(files);
  const where = place === '' ? '' : ` ${verb === 'Remove' || names.added.length === 0 ? 'from' : 'to'} ${place}`;
  const folder = folderOf(files);
  const tries = [
    ...(first.from !== undefined && files.length === 1
      ? [`Rename ${nameOf(first.from)} to ${nameOf(first.path)}`]
      : []),
    ...(names.added.length > 0 && verb !== 'Remove' ? [`Add ${shortList(names.added)}${where}`] : []),
    ...(names.added.length > 0 && verb !== 'Remove' ? [`Add ${shortList(names.added)}`] : []),
    ...(names.removed.length > 0 && names.added.length === 0 ? [`Remove ${shortList(names.removed)}${where}`] : []),
    files.length <= 3 ? `${verb} ${shortList(files.map(({ path }) => nameOf(path)))}` : '',
    folder === '' ? '' : `${verb} ${files.length} files in ${folder}`,
    `${verb} ${files.length} files`,
  ];
  return tries.find(each => each !== '' && each.length <= longest) ?? `${verb} ${nameOf(first.path)}`.slice(0, longest);
}

function verbOf(files: readonly ChangedFile[]): string {
  const all = (change: ChangedFile['change']): boolean => files.every(file => file.change === change);
  return all('added') ? 'Add' : all('deleted') ? 'Remove' : all('renamed') ? 'Rename' : 'Update';
}

const shortList = (names: readonly string[]): string =>
  names.length <= 2 ? names.join(' and ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** The folder that all of them stand in; '' when that is the whole repository. */
function folderOf(files: readonly ChangedFile[]): string {
  const [first = [], ...rest] = files.map(({ path }) => path.split('/').slice(0, -1));
  const same = first.findIndex((folder, at) => rest.some(other => other[at] !== folder));
  const common = same < 0 ? first : first.slice(0, same);
  return common.join('/');
}

/** The one file in which what is declared or gone stands, else the folder of all; '' where that is the whole repository. */
function placeOfNames(files: readonly ChangedFile[]): string {
  const having = files.filter(file => {
    const { added, removed } = declaredNames([file]);
    return added.length + removed.length > 0;
  });
  const [only] = having;
  return only && having.length === 1 ? nameOf(only.path) : folderOf(files);
}

function fileLines(files: readonly ChangedFile[]): readonly string[] {
  const lines = files.slice(0, mostFiles).map(({ path, change, added, removed, isBinary }) => {
    const counts = isBinary ? 'binary' : `+${added} -${removed}`;
    return `- ${path} (${change === 'changed' ? '' : `${change}, `}${counts})`;
  });
  return files.length > mostFiles ? [...lines, `- and ${files.length - mostFiles} more`] : lines;
}

/** What the files alone tell of the kind; '' where they do not. A fix looks like any other change. */
function kindOf(files: readonly ChangedFile[], branch: string): string {
  const by = (is: (path: string) => boolean): boolean => files.every(({ path }) => is(path));
  const named = /^(?:[\w-]{1,30}\/)?(fix|feat|docs|test|chore|refactor|perf|build|ci)(?:\/|-)/.exec(branch)?.[1];
  if (by(path => importanceOf({ path, isBinary: false }) === 'tests')) return 'test';
  if (by(path => /\.(?:md|mdx|rst|adoc)$|(?:^|\/)docs?\//i.test(path))) return 'docs';
  if (by(path => /^\.github\/workflows\/|^\.gitlab-ci|(?:^|\/)Jenkinsfile$|^\.circleci\//.test(path))) return 'ci';
  if (by(path => manifests.test(path) || importanceOf({ path, isBinary: false }) === 'none')) return 'build';
  return named ?? '';
}

const manifests =
  /(?:^|\/)(?:package\.json|tsconfig[\w.]*\.json|pyproject\.toml|setup\.(?:py|cfg)|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|CMakeLists\.txt|Makefile|Dockerfile)$/;

/** The innermost folder that all have in common, where earlier messages name scopes like it. */
function scopeOf(files: readonly ChangedFile[], history: readonly string[]): string {
  const scopes = new Set(history.flatMap(message => /^[\w-]{1,30}\(([^()\n]{1,60})\)!?:/.exec(message)?.[1] ?? []));
  const [first = []] = files.map(({ path }) => path.split('/'));
  const shared = first.filter((part, at) => files.every(({ path }) => path.split('/')[at] === part));
  return shared.map(part => part.replace(/\.\w+$/, '')).findLast(part => scopes.has(part)) ?? '';
}

const sumOf = (files: readonly ChangedFile[], of: 'added' | 'removed'): number =>
  files.reduce((sum, file) => sum + file[of], 0);
