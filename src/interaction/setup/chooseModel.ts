import * as l10n from '@vscode/l10n';
import { Failure } from '../../core/model/failure.ts';
import { defaultModels } from '../../core/budget/defaultModels.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Server } from '../settings/targetEntry.ts';
import type { Choice, User } from '../platform/user.ts';

/** Asks a server which models it offers. */
export type ListModels = (server: Server, signal: AbortSignal) => Promise<readonly string[]>;

/** What choosing a model needs of the world. */
export interface ChooseModelParts {
  readonly user: User;
  readonly listModels: ListModels;
  /** One or two sentences about a failure: what happened, what to do. */
  readonly describe: (failure: Failure) => string;
}

/** What providers list beside models that answer questions. */
const otherModels = /embed|whisper|\btts\b|dall-e|moderation|realtime|image|audio|transcribe|sora|rerank/i;

/**
 * Lists a server's models and lets the user choose one. Where the list cannot be had, the name may be typed instead.
 * undefined: the user turned away.
 */
export async function chooseModel(server: Server, parts: ChooseModelParts): Promise<string | undefined> {
  const { user } = parts;
  const models = await modelsOf(server, parts);
  if (models === 'cancelled') return undefined;
  if (models.length === 0) return typeModel(user);
  const choices = models.map((model): Choice<string> => ({ label: model, value: model }));
  const other = { label: l10n.t('Another model…'), value: '' };
  const picked = await user.pick(l10n.t('Which model of {0} do you want to use?', hostOf(server.origin)), [
    ...choices,
    other,
  ]);
  return picked === '' ? typeModel(user) : picked;
}

async function modelsOf(server: Server, { user, listModels, describe }: ChooseModelParts) {
  const place = hostOf(server.origin);
  try {
    const models = await user.wait(l10n.t('Getting the list of models from {0}', place), signal =>
      listModels(server, signal),
    );
    return models.filter(model => !otherModels.test(model)).toSorted(byFame);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind === 'cancelled') return 'cancelled';
    user.warn(l10n.t('The models of {0} could not be listed. {1}', place, describe(error)));
    return [];
  }
}

async function typeModel(user: User): Promise<string | undefined> {
  const model = await user.type({
    title: l10n.t('Model'),
    prompt: l10n.t('The name of the model on the server.'),
    check: text => (text.trim() === '' ? l10n.t('Enter the name of the model.') : undefined),
  });
  return model?.trim();
}

const famous = Object.values(defaultModels).flatMap(({ strongest, cheaper }) => [strongest.model, cheaper.model]);

/** The models that would be chosen automatically stand first, the others by name. */
function byFame(one: string, other: string): number {
  const rank = (model: string): number => (famous.includes(model) ? famous.indexOf(model) : famous.length);
  return rank(one) - rank(other) || one.localeCompare(other, 'en', { numeric: true });
}
