import type { Clock } from '../../core/model/clock.ts';
import { unlessAborted } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import { type Knowledge, type Server, serverOf } from '../settings/targetEntry.ts';
import type { ListModels } from './lookUpModels.ts';

/** A server that people run on their own machine. */
export interface LocalServer {
  readonly label: string;
  readonly baseUrl: string;
}

/** A model that a server on this machine offers. */
export interface LocalModel {
  /** The server's name. */
  readonly label: string;
  readonly server: Server;
  readonly model: string;
}

/** What asking a server for its models needs of the world. */
export interface LookParts {
  readonly clock: Clock;
  readonly knowledge: Knowledge;
  readonly listModels: ListModels;
  readonly signal: AbortSignal;
}

/** Servers that people run on their machine, at their usual ports; each lists its models as OpenAI does. */
export const usualServers: readonly LocalServer[] = [
  { label: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { label: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { label: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1' },
];

/**
 * Longest wait of one look for a server on this machine, ms. Where none runs the connection is refused at once; one that runs answers in a few,
 * but on a busy machine, whose event loop stood still meanwhile, its answer may be read much later.
 */
const probeLimitMs = 1_000;

/** What was found at one of the usual places; nothing when nobody is there, or somebody else. */
export interface LocalFind {
  readonly models: readonly LocalModel[];
  /** The server, when it lists its models only to whoever has a key. */
  readonly locked?: Server;
}

/** The models of one server on this machine; none when nobody is there. Rejects only when the signal aborts. */
export const modelsAt = async (local: LocalServer, parts: LookParts): Promise<readonly LocalModel[]> =>
  (await lookAt(local, parts)).models;

/** What is at one of the usual places. Rejects only when the signal aborts. */
export async function lookAt(local: LocalServer, parts: LookParts): Promise<LocalFind> {
  const { knowledge } = parts;
  const facts = knowledge.providers.find(each => (each.baseUrl ?? each.fixedOrigin) === undefined);
  if (facts === undefined) return { models: [] };
  const server = serverOf(facts, { baseUrl: local.baseUrl }, knowledge.checkAddress);
  const ids = await idsAt(server, parts);
  if (ids === 'locked') return { models: [], locked: server };
  return { models: ids.map(model => ({ label: local.label, server, model })) };
}

/** A look that ran out of time is repeated once: on a busy machine the first one may have gone into loading. */
async function idsAt(server: Server, parts: LookParts): Promise<readonly string[] | 'locked'> {
  for (let looks = 1; ; looks += 1) {
    try {
      return await look(server, parts);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'cancelled') throw error;
      if (error.kind === 'auth') return 'locked';
      if (error.kind !== 'connect-timeout' || looks === 2) return []; // nobody is there, or somebody else: this was only a look
    }
  }
}

async function look(server: Server, { signal, clock, listModels }: LookParts): Promise<readonly string[]> {
  const stop = new AbortController();
  const leave = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const cancel = clock.after(probeLimitMs, () => stop.abort(new Failure('connect-timeout')));
  try {
    return await unlessAborted(listModels(server, stop.signal), stop.signal);
  } finally {
    cancel();
    signal.removeEventListener('abort', leave);
  }
}
