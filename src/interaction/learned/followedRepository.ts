import type { Disposable } from 'vscode';
import type { FollowedRepository } from './messageJudge.ts';

/** What VS Code's own Git extension tells of a repository, as far as commits are followed in it. */
export interface GitHistory {
  readonly rootUri: { toString(): string };
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange?: (listener: () => void) => Disposable;
  };
  log(options: { readonly maxEntries: number }): Promise<readonly GitLogEntry[]>;
}

interface GitLogEntry {
  readonly hash: string;
  readonly message: string;
  readonly parents?: readonly string[];
  readonly commitDate?: Date;
}

/** A repository whose next commit says what became of a message. */
export function followedRepository(repository: GitHistory): FollowedRepository {
  const { state } = repository;
  return {
    root: repository.rootUri.toString(),
    head: async () => {
      try {
        const [latest] = await repository.log({ maxEntries: 1 });
        if (!latest) return undefined;
        const { hash, message, parents = [], commitDate } = latest;
        return { hash, message, parents, at: commitDate?.getTime() };
      } catch {
        return undefined; // it has no commit yet, or is gone
      }
    },
    onDidChange: listener => {
      let known = state.HEAD?.commit;
      const end = state.onDidChange?.(() => {
        const now = state.HEAD?.commit;
        if (now === known) return;
        known = now;
        listener();
      });
      return () => void end?.dispose();
    },
  };
}
