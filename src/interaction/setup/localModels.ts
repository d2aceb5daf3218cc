import type { Clock } from '../../core/model/clock.ts';
import { unlessAborted } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import { type Knowledge, type Server, serverOf } from '../settings/targetEntry.ts';
import type { ListModels } from './chooseModel.ts';

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
 * Longest wait for a server on this machine, ms. Where none runs the connection is refused at once; one that runs answers in a few,
 * but on a busy machine, whose event loop stood still meanwhile, its answer may be read much later.
 */
const probeLimitMs = 1_000;

/** The models of one server on this machine; none when nobody is there. Rejects only when the signal aborts. */
export async function modelsAt(
  { label, baseUrl }: LocalServer,
  { signal, clock, knowledge, listModels }: LookParts,
): Promise<readonly LocalModel[]> {
  const facts = knowledge.providers.find(each => (each.baseUrl ?? each.fixedOrigin) === undefined);
  if (facts === undefined) return [];
  const server = serverOf(facts, { baseUrl }, knowledge.checkAddress);
  const stop = new AbortController();
  const leave = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const cancel = clock.after(probeLimitMs, () => stop.abort(new Failure('connect-timeout')));
  try {
    const models = await unlessAborted(listModels(server, stop.signal), stop.signal);
    return models.map(model => ({ label, server, model }));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'cancelled') throw error;
    return []; // nobody is there, or somebody else: this was only a look
  } finally {
    cancel();
    signal.removeEventListener('abort', leave);
  }
}
