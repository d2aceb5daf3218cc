import * as vscode from 'vscode';
import type { GitSetting } from '../../assist/commit/diffSettings.ts';
import { isObject } from '../../core/shared/isObject.ts';

/** What VS Code's own Git extension tells of a repository, as far as it is used here (its API, version 1). */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    /** Something of it has changed; undefined: a version that does not tell. */
    readonly onDidChange?: vscode.Event<void>;
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
    readonly mergeChanges: readonly GitChange[];
  };
  diff(cached?: boolean): Promise<string>;
  /** Looks at the files again. */
  status?(): Promise<void>;
  /** Every setting of Git that counts here; undefined: a version that does not tell. */
  getConfigs?(): Promise<readonly GitSetting[]>;
  /** The text of a file in a commit, or in the index (''). */
  show?(ref: string, path: string): Promise<string>;
  log(options?: { readonly maxEntries?: number }): Promise<readonly GitCommit[]>;
  /** The files that differ between two commits. */
  diffBetween?(before: string, after: string): Promise<readonly GitChange[]>;
  /** The same of a range of Git, one that begins with the tree of nothing too; undefined: an older version. */
  diffBetweenWithStats2?(range: string): Promise<readonly GitChange[]>;
}

/** A commit. */
export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly parents?: readonly string[];
  readonly commitDate?: Date;
}

/** A file of a repository that is not as it was. */
export interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  /** How it differs, as a number of Git's extension; undefined: a version that does not tell. */
  readonly status?: number;
}

/** That no commit and not the index have the file: `Status.UNTRACKED` of Git's extension. */
export const untrackedStatus = 7;

interface GitApi {
  readonly repositories: readonly GitRepository[];
}

/** The repositories that are open; undefined: there is no Git here, or it is switched off. */
export async function gitRepositories(): Promise<readonly GitRepository[] | undefined> {
  const extension = vscode.extensions.getExtension<unknown>('vscode.git');
  if (!extension) return undefined;
  const exported = await extension.activate();
  if (!isObject(exported) || exported['enabled'] !== true || typeof exported['getAPI'] !== 'function') return undefined;
  return (exported as { getAPI: (version: 1) => GitApi }).getAPI(1).repositories;
}
