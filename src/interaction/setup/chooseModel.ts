import * as l10n from '@vscode/l10n';
import type { Failure } from '../../core/model/failure.ts';
import { defaultModels } from '../../core/budget/defaultModels.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Choice, User } from '../platform/user.ts';
import type { OpenServer } from './openServer.ts';

/** What choosing a model needs of the world. */
export interface ChooseModelParts {
  readonly user: Pick<User, 'pick' | 'type'>;
  /** One or two sentences about a failure: what happened, what to do. */
  readonly describe: (failure: Failure) => string;
}

/** What providers list beside models that answer questions. */
const otherModels = /embed|whisper|\btts\b|dall-e|moderation|realtime|image|audio|transcribe|sora|rerank/i;

/**
 * Lets the user choose one of a server's models. Where it does not list them, those that are known of its provider are offered,
 * and the name may be typed. undefined: the user turned away.
 */
export async function chooseModel(opened: OpenServer, parts: ChooseModelParts): Promise<string | undefined> {
  const { server, listed } = opened;
  const models = listed.models.filter(model => !otherModels.test(model)).toSorted(byFame);
  const known = knownModels(server.provider);
  const offered = models.length > 0 ? models : known;
  if (offered.length === 0) return typeModel(opened, parts);
  const place = hostOf(server.origin);
  const title =
    models.length > 0
      ? l10n.t('Which model of {0} do you want to use?', place)
      : l10n.t('{0} did not list its models. Which one do you want to use?', place);
  const choices = offered.map((model): Choice<string> => ({ label: model, value: model }));
  const picked = await parts.user.pick(title, [...choices, { label: l10n.t('Another model…'), value: '' }]);
  return picked === '' ? typeModel(opened, parts) : picked;
}

async function typeModel({ server, listed }: OpenServer, { user, describe }: ChooseModelParts) {
  const { trouble } = listed;
  const wanted = l10n.t('Type the name of the model as {0} calls it.', hostOf(server.origin));
  const why = trouble && l10n.t('The models could not be listed. {0}', describe(trouble));
  const model = await user.type({
    title: l10n.t('Model'),
    prompt: why === undefined ? wanted : `${why} ${wanted}`,
    check: text => (text.trim() === '' ? l10n.t('Enter the name of the model.') : undefined),
  });
  return model?.trim();
}

function knownModels(provider: string): readonly string[] {
  const known = defaultModels[provider];
  return known ? [known.strongest.model, known.cheaper.model] : [];
}

const famous = Object.keys(defaultModels).flatMap(knownModels);

/** The models that would be chosen automatically stand first, the others by name. */
function byFame(one: string, other: string): number {
  const rank = (model: string): number => (famous.includes(model) ? famous.indexOf(model) : famous.length);
  return rank(one) - rank(other) || one.localeCompare(other, 'en', { numeric: true });
}
