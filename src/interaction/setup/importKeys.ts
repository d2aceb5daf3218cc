import * as l10n from '@vscode/l10n';
import { keyFault } from '../targets/keyText.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Keys } from '../targets/keyStore.ts';
import { type Knowledge, serverOf } from '../settings/targetEntry.ts';
import type { Choice, User } from '../platform/user.ts';

/** What importing keys from the environment needs of the world. */
export interface ImportKeysParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'set' | 'hasKey'>;
  readonly knowledge: Knowledge;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Found {
  readonly variable: string;
  readonly origin: string;
  readonly key: string;
}

/** Offers the keys of the environment by the names of their variables; only what is picked is kept. */
export async function importKeys({ user, keys, knowledge, environment }: ImportKeysParts): Promise<void> {
  const found = keysIn(environment, knowledge);
  if (found.length === 0) return user.tell(nothingFound(knowledge));
  const choices = found.map((each): Choice<Found> => {
    const place = hostOf(each.origin);
    const description = keys.hasKey(each.origin) ? l10n.t('{0} (replaces the saved key)', place) : place;
    return { label: each.variable, description, value: each };
  });
  const picked = (await user.pickSeveral(l10n.t('Which API keys do you want to save?'), choices)) ?? [];
  for (const { origin, key } of picked) await keys.set(origin, key);
  if (picked.length > 0) {
    user.tell(l10n.t('API keys saved for: {0}.', picked.map(({ origin }) => hostOf(origin)).join(', ')));
  }
}

function keysIn(environment: ImportKeysParts['environment'], knowledge: Knowledge): readonly Found[] {
  return knowledge.providers.flatMap(facts => {
    const { keyVariable: variable, baseUrl } = facts;
    if (variable === undefined || baseUrl === undefined) return [];
    const key = environment[variable] ?? '';
    const { origin } = serverOf(facts, {}, knowledge.checkAddress);
    return keyFault(key) === undefined ? [{ variable, origin, key }] : [];
  });
}

function nothingFound({ providers }: Knowledge): string {
  const variables = providers.flatMap(({ keyVariable }) => keyVariable ?? []).join(', ');
  return l10n.t('No usable API key was found in the environment of VS Code. Looked for: {0}.', variables);
}
