import * as l10n from '@vscode/l10n';
import type { Clock } from '../../core/model/clock.ts';
import type { ListModels } from './chooseModel.ts';
import { modelsAt, usualServers, type LocalServer } from './localModels.ts';
import type { Consent } from '../targets/consent.ts';
import type { SaveTargets } from './setKey.ts';
import { entryOf, type Knowledge } from '../settings/targetEntry.ts';
import type { User } from '../platform/user.ts';

/** What looking for servers on this machine needs of the world. */
export interface DetectLocalParts {
  readonly user: User;
  readonly clock: Clock;
  readonly knowledge: Knowledge;
  readonly listModels: ListModels;
  readonly saveTargets: SaveTargets;
  /** What is picked is agreed to. */
  readonly consent: Pick<Consent, 'chose'>;
  /** Where to look; default: the usual ports. */
  readonly localServers?: readonly LocalServer[];
}

/** Looks once for model servers on this machine and offers to add what they serve. */
export async function detectLocal(parts: DetectLocalParts): Promise<void> {
  const { user, knowledge, saveTargets, localServers = usualServers } = parts;
  const found = await user.wait(l10n.t('Looking for models on this machine'), signal =>
    Promise.all(localServers.map(local => modelsAt(local, { ...parts, signal }))),
  );
  const choices = found.flat().map(each => ({ label: each.model, description: each.label, value: each }));
  if (choices.length === 0) return user.tell(nothingFound(localServers));
  const picked = (await user.pickSeveral(l10n.t('Which models do you want to add?'), choices)) ?? [];
  if (picked.length === 0) return;
  await saveTargets(
    picked.map(({ server, model }) => entryOf(server, model, knowledge)),
    'last',
  );
  await parts.consent.chose(picked.map(({ server }) => server));
  user.tell(l10n.t('Added to your targets: {0}.', picked.map(({ model }) => model).join(', ')));
}

function nothingFound(servers: NonNullable<DetectLocalParts['localServers']>): string {
  const places = servers.map(({ label, baseUrl }) => `${label} (${new URL(baseUrl).host})`).join(', ');
  return l10n.t('No model was found on this machine. Looked for: {0}. Start one of them and try again.', places);
}
