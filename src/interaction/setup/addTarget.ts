import type { ProviderFacts } from '../../core/model/provider.ts';
import * as l10n from '@vscode/l10n';
import { classOf } from '../../core/budget/defaultModels.ts';
import type { Target, TargetClass } from '../../core/model/target.ts';
import { askForServer } from './askForServer.ts';
import { chooseModel, type ChooseModelParts } from './chooseModel.ts';
import { hostOf } from '../text/hostOf.ts';
import { openServer, type OpenServerParts } from './openServer.ts';
import type { SaveTargets } from './setKey.ts';
import { entryOf, type Server, serverOf } from '../settings/targetEntry.ts';
import type { Choice, User } from '../platform/user.ts';
import { classText } from '../targets/classText.ts';

/** What adding a target needs of the world. */
export interface AddTargetParts extends OpenServerParts, ChooseModelParts {
  readonly user: User;
  readonly saveTargets: SaveTargets;
}

/** Leads through a new target: provider, address, key, model, strength. Turning away at any point adds nothing. */
export async function addTarget(parts: AddTargetParts): Promise<void> {
  const server = await chooseServer(parts);
  const opened = server && (await openServer(server, parts));
  if (opened === undefined) return;
  const model = await chooseModel(opened, parts);
  if (model === undefined) return;
  const strength = await chooseClass(model, parts);
  if (strength === undefined) return;
  const guessed = strength === classOf(model) ? {} : { class: strength };
  await parts.saveTargets([{ ...entryOf(opened.server, model, parts.knowledge), ...guessed }], 'last');
  parts.user.tell(l10n.t('{0} at {1} is added to your models.', model, hostOf(opened.server.origin)));
}

async function chooseServer(parts: AddTargetParts): Promise<Server | undefined> {
  const { user, knowledge } = parts;
  const facts = await user.pick(l10n.t('What kind of server is it?'), knowledge.providers.map(choiceOf));
  if (facts === undefined) return undefined;
  if ((facts.baseUrl ?? facts.fixedOrigin) !== undefined) return serverOf(facts, {}, knowledge.checkAddress);
  const server = await askForServer(facts, undefined, parts);
  if (server === undefined || server.loopback) return server;
  const auth = await user.pick(l10n.t('How is the API key sent?'), waysToSendKey());
  return auth && { ...server, auth };
}

const choiceOf = (facts: ProviderFacts): Choice<ProviderFacts> => ({
  label: facts.label,
  description: facts.baseUrl === undefined ? kindText(facts) : new URL(facts.baseUrl).host,
  value: facts,
});

/** What is meant by a kind of server that has no address of its own. */
const kindText = ({ fixedOrigin }: ProviderFacts): string =>
  fixedOrigin === undefined
    ? l10n.t('Ollama, LM Studio, llama.cpp, vLLM, or another server at an address of yours')
    : l10n.t('a model of another extension, such as GitHub Copilot');

const waysToSendKey = (): readonly Choice<Target['auth']>[] => [
  { label: 'Authorization: Bearer', description: l10n.t('most servers'), value: 'bearer' },
  { label: 'api-key', description: l10n.t('a separate header'), value: 'api-key' },
  { label: l10n.t('None'), description: l10n.t('the server needs no key'), value: 'none' },
];

/** The class that its name suggests stands first. */
function chooseClass(model: string, { user }: AddTargetParts): Promise<TargetClass | undefined> {
  const classes = ['simple', 'medium', 'complex'] as const;
  const choices = classes.map((value): Choice<TargetClass> => ({ label: classText(value), value }));
  const suggested = classOf(model);
  const first = choices.filter(({ value }) => value === suggested);
  const others = choices.filter(({ value }) => value !== suggested);
  return user.pick(l10n.t('How strong is {0}?', model), [...first, ...others]);
}
