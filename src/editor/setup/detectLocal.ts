import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/clock.ts';
import { unlessAborted } from '../../core/clock.ts';
import { Failure } from '../../core/failure.ts';
import type { ListModels } from './chooseModel.ts';
import type { SaveTargets } from './setKey.ts';
import { entryOf, type Knowledge, type ProviderFacts, type Server, serverOf } from '../targets/targetEntry.ts';
import type { Choice, User } from '../user.ts';

/** Servers that people run on their machine, at their usual ports; each lists its models as OpenAI does. */
const usualServers = [
  { label: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { label: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { label: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1' },
] as const;

/** Longest wait for a server on this machine, ms: one that runs answers in a few. */
const probeLimitMs = 300;

export interface DetectLocalParts {
  readonly user: User;
  readonly clock: Clock;
  readonly knowledge: Knowledge;
  readonly listModels: ListModels;
  readonly saveTargets: SaveTargets;
  /** Where to look; default: the usual ports. */
  readonly localServers?: readonly { readonly label: string; readonly baseUrl: string }[];
}

interface Found {
  readonly server: Server;
  readonly model: string;
}

/** Looks once for model servers on this machine and offers to add what they serve. */
export async function detectLocal(parts: DetectLocalParts): Promise<void> {
  const { user, knowledge, saveTargets, localServers = usualServers } = parts;
  const facts = knowledge.providers.find(({ baseUrl, fixedOrigin }) => (baseUrl ?? fixedOrigin) === undefined);
  if (facts === undefined) return;
  const found = await user.wait(l10n.t('Looking for models on this machine'), signal =>
    Promise.all(localServers.map(local => modelsAt(local, { ...parts, facts, signal }))),
  );
  const choices = found.flat();
  if (choices.length === 0) return user.tell(nothingFound(localServers));
  const picked = (await user.pickSeveral(l10n.t('Which models shall be added?'), choices)) ?? [];
  if (picked.length === 0) return;
  await saveTargets(
    picked.map(({ server, model }) => entryOf(server, model, knowledge)),
    'last',
  );
  user.tell(l10n.t('Added to your targets: {0}.', picked.map(({ model }) => model).join(', ')));
}

async function modelsAt(
  { label, baseUrl }: { readonly label: string; readonly baseUrl: string },
  { facts, signal, clock, knowledge, listModels }: DetectLocalParts & { facts: ProviderFacts; signal: AbortSignal },
): Promise<readonly Choice<Found>[]> {
  const server = serverOf(facts, { baseUrl }, knowledge.checkAddress);
  const stop = new AbortController();
  const leave = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const cancel = clock.after(probeLimitMs, () => stop.abort(new Failure('connect-timeout')));
  try {
    const models = await unlessAborted(listModels(server, stop.signal), stop.signal);
    return models.map(model => ({ label: model, description: label, value: { server, model } }));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'cancelled') throw error;
    return []; // nobody is there, or somebody else: this was only a look
  } finally {
    cancel();
    signal.removeEventListener('abort', leave);
  }
}

function nothingFound(servers: NonNullable<DetectLocalParts['localServers']>): string {
  const places = servers.map(({ label, baseUrl }) => `${label} (${new URL(baseUrl).host})`).join(', ');
  return l10n.t('No model was found on this machine. Looked for: {0}. Start one of them and try again.', places);
}
