import * as l10n from '@vscode/l10n';
import { Failure } from '../../core/model/failure.ts';
import type { Server } from '../settings/targetEntry.ts';
import { hostOf } from '../text/hostOf.ts';
import type { User } from '../platform/user.ts';

/** Asks a server which models it offers; with this key, or else with the one that is saved for it. */
export type ListModels = (server: Server, signal: AbortSignal, key?: string) => Promise<readonly string[]>;

/** What asking a server for its models needs of the world. */
export interface LookUpParts {
  readonly user: Pick<User, 'wait'>;
  readonly listModels: ListModels;
}

/** What a server said when it was asked for its models. */
export interface Listed {
  /** In the server's order; empty when it has none, or when there is trouble. */
  readonly models: readonly string[];
  /** Why there is no list. Its target is the host, so that the words name it. */
  readonly trouble?: Failure;
}

/** Asks a server for its models while the user waits; undefined: the user cancelled. */
export async function lookUpModels(
  server: Server,
  { user, listModels }: LookUpParts,
  key?: string,
): Promise<Listed | undefined> {
  const place = hostOf(server.origin);
  try {
    const title = l10n.t('Getting the list of models from {0}', place);
    return { models: await user.wait(title, signal => listModels(server, signal, key)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.kind === 'cancelled' ? undefined : { models: [], trouble: error.with({ target: place }) };
  }
}
