import * as l10n from '@vscode/l10n';
import type { Target } from '../../core/model/target.ts';
import { chooseKeyName } from './chooseKeyName.ts';
import { enterKey, type EnterKeyParts } from './enterKey.ts';
import { askForServer } from './askForServer.ts';
import { chooseModel, type ChooseModelParts } from './chooseModel.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Keys } from '../targets/keyStore.ts';
import type { TargetEntry } from '../settings/entryFields.ts';
import { entryOf, type Server, serverOf } from '../settings/targetEntry.ts';
import type { Choice, User } from '../platform/user.ts';
import type { SettingsPlace } from '../settings/withTargets.ts';

/** Adds targets to the user's settings. */
export type SaveTargets = (added: readonly TargetEntry[], place: SettingsPlace) => Promise<void>;

/** What setting a key needs of the world. */
export interface SetKeyParts extends EnterKeyParts, ChooseModelParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'set' | 'hasKey' | 'kept'>;
  /** What is asked now, automatic or listed. */
  readonly targets: () => readonly Target[];
  readonly saveTargets: SaveTargets;
}

/**
 * Keeps a key that was tried, or another one beside it, then lists the models it opens and makes the chosen one a target. Turning
 * away from the list leaves the targets as they are: automatic ones now use the key. `wanted` skips the first
 * choice; it comes from anywhere, so only the origin or the id of a known target counts.
 */
export async function setKey(parts: SetKeyParts, wanted?: unknown): Promise<void> {
  const known = serversWithKeys(parts);
  const wantedOrigin = parts.targets().find(({ id }) => id === wanted)?.origin ?? wanted;
  const server = known.find(({ origin }) => origin === wantedOrigin) ?? (await pickServer(known, parts));
  if (server === undefined) return;
  const name = await chooseKeyName(server, parts);
  const listed = name === undefined ? undefined : await enterKey(server, parts, { name });
  if (name === undefined || listed === undefined) return;
  if (name !== '') return parts.user.tell(savedText(name, server));
  const model = await chooseModel({ server, listed }, parts);
  if (model === undefined) return parts.user.tell(l10n.t('The API key for {0} is saved.', hostOf(server.origin)));
  await parts.saveTargets([entryOf(server, model, parts.knowledge)], 'first');
  parts.user.tell(l10n.t('The API key for {0} is saved. Steadfast will ask {1}.', hostOf(server.origin), model));
}

const savedText = (name: string, { origin }: Server): string =>
  l10n.t(
    'The API key “{0}” for {1} is saved. It is used when a key before it is rejected, rate-limited or out of credit.',
    name,
    hostOf(origin),
  );

/** Every place a key can be for: the providers' own addresses, and the servers of targets that want one. */
function serversWithKeys({ knowledge, targets }: SetKeyParts): readonly Server[] {
  const { providers, checkAddress } = knowledge;
  const own = providers.filter(({ baseUrl }) => baseUrl !== undefined).map(facts => serverOf(facts, {}, checkAddress));
  const others = targets().filter(({ auth }) => auth !== 'none');
  return [...own, ...others].filter((server, index, all) => all.findIndex(at => at.origin === server.origin) === index);
}

async function pickServer(known: readonly Server[], parts: SetKeyParts): Promise<Server | undefined> {
  const { user, keys, knowledge } = parts;
  const choices = known.map((server): Choice<() => Promise<Server | undefined>> => {
    const facts = knowledge.providers.find(({ name }) => name === server.provider);
    const place = hostOf(server.origin);
    return {
      label: facts?.label ?? place,
      description: keys.hasKey(server.origin) ? l10n.t('{0} (has a key)', place) : place,
      value: () => Promise.resolve(server),
    };
  });
  const anywhere = knowledge.providers.find(({ baseUrl, fixedOrigin }) => (baseUrl ?? fixedOrigin) === undefined);
  const other = anywhere && {
    label: l10n.t('Another server…'),
    value: () => askForServer(anywhere, anywhere.auth, parts),
  };
  const picked = await user.pick(
    l10n.t('Which provider or server is the API key for?'),
    other ? [...choices, other] : choices,
  );
  return picked?.();
}
