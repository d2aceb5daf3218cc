import { Failure } from '../../core/model/failure.ts';
import { enterKey, type EnterKeyParts } from './enterKey.ts';
import { type Listed, lookUpModels } from './lookUpModels.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Keys } from '../targets/keyStore.ts';
import type { Server } from '../settings/targetEntry.ts';

/** What opening a server needs of the world. */
export interface OpenServerParts extends EnterKeyParts {
  readonly keys: Pick<Keys, 'set' | 'hasKey'>;
}

/** A server with a key that it takes, where it wants one, and what it said of its models. */
export interface OpenServer {
  readonly server: Server;
  readonly listed: Listed;
}

/**
 * Makes sure that a server can be asked: with the key that is saved for it, or a new one. A server that was thought to need no
 * key, as those on this machine are, and wants one is asked with 'Authorization: Bearer' from then on. undefined: the user
 * turned away.
 */
export async function openServer(server: Server, parts: OpenServerParts): Promise<OpenServer | undefined> {
  if (server.auth !== 'none' && !parts.keys.hasKey(server.origin)) return withNewKey(server, parts);
  const listed = await lookUpModels(server, parts);
  if (listed?.trouble?.kind !== 'auth') return listed && { server, listed };
  if (server.auth === 'none') return openServer({ ...server, auth: 'bearer' }, parts);
  return withNewKey(server, parts, listed.trouble);
}

async function withNewKey(server: Server, parts: OpenServerParts, because?: Failure): Promise<OpenServer | undefined> {
  const missing = server.loopback ? new Failure('no-key', { target: hostOf(server.origin) }) : undefined;
  const reason = because ?? missing;
  const listed = await enterKey(server, parts, reason && { because: reason });
  return listed && { server, listed };
}
