import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import { type LocalFind, type LocalModel, lookAt, usualServers, type LocalServer } from './localModels.ts';
import { openServer, type OpenServerParts } from './openServer.ts';
import type { Consent } from '../targets/consent.ts';
import type { SaveTargets } from './setKey.ts';
import { entryOf, type Server } from '../settings/targetEntry.ts';
import type { User } from '../platform/user.ts';

/** What looking for servers on this machine needs of the world. */
export interface DetectLocalParts extends OpenServerParts {
  readonly user: User;
  readonly clock: Clock;
  readonly saveTargets: SaveTargets;
  /** What is picked is agreed to. */
  readonly consent: Pick<Consent, 'chose'>;
  /** Where to look; default: the usual ports. */
  readonly localServers?: readonly LocalServer[];
  /** What VS Code calls the way to another machine ('ssh-remote'); undefined: this is the user's own machine. */
  readonly remoteName?: string;
}

/** Looks once for model servers on this machine and offers to add what they serve. */
export async function detectLocal(parts: DetectLocalParts): Promise<void> {
  const { user, knowledge, saveTargets, localServers = usualServers, remoteName } = parts;
  const title =
    remoteName === undefined
      ? l10n.t('Looking for models on this machine')
      : l10n.t('Looking for models on the remote machine ({0})', remoteName);
  const found = await user.wait(title, signal =>
    Promise.all(localServers.map(local => lookAt(local, { ...parts, signal }))),
  );
  const models = [...found.flatMap(find => find.models), ...(await lockedModels(found, parts))];
  if (models.length === 0) return user.tell(nothingFound(localServers, remoteName));
  const choices = models.map(each => ({ label: each.model, description: each.label, value: each }));
  const picked = (await user.pickSeveral(l10n.t('Which models do you want to add?'), choices)) ?? [];
  if (picked.length === 0) return;
  await saveTargets(
    picked.map(({ server, model }) => entryOf(server, model, knowledge)),
    'last',
  );
  await parts.consent.chose(picked.map(({ server }) => server));
  user.tell(l10n.t('Added to your models: {0}.', picked.map(({ model }) => model).join(', ')));
}

/** The models of servers that want a key, which the user is asked for. */
async function lockedModels(found: readonly LocalFind[], parts: DetectLocalParts): Promise<readonly LocalModel[]> {
  const models: LocalModel[] = [];
  for (const { locked } of found) {
    const opened = locked && (await openServer(bearer(locked), parts));
    if (opened) models.push(...opened.listed.models.map(model => ({ label: opened.server.baseUrl, ...opened, model })));
  }
  return models;
}

const bearer = (server: Server): Server => ({ ...server, auth: 'bearer' });

function nothingFound(servers: readonly LocalServer[], remoteName: string | undefined): string {
  const places = servers.map(({ label, baseUrl }) => `${label} (${new URL(baseUrl).host})`).join(', ');
  if (remoteName === undefined)
    return l10n.t('No model was found on this machine. Looked for: {0}. Start one of them and try again.', places);
  return l10n.t(
    'No model was found on the remote machine ({0}), where this window runs. Looked for: {1}. A server on your own computer is reached from there through a forwarded port, with SSH for example: ssh -R 11434:127.0.0.1:11434.',
    remoteName,
    places,
  );
}
