import * as l10n from '@vscode/l10n';
import { keyFaultText } from './keyFaultText.ts';
import { keyFault } from '../targets/keyText.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Keys } from '../targets/keyStore.ts';
import type { Knowledge, Server } from '../settings/targetEntry.ts';
import type { User } from '../platform/user.ts';

/** What asking for a key needs of the world. */
export interface AskForKeyParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'set'>;
  readonly knowledge: Knowledge;
}

/**
 * Lets the user type the key for a server and keeps it. A host that is neither a provider's own nor this machine is named
 * first and must be confirmed: the key will go there. `name` is that of a further key. False: there is no new key.
 */
export async function askForKey(server: Server, parts: AskForKeyParts, name = ''): Promise<boolean> {
  const { user, keys, knowledge } = parts;
  const place = hostOf(server.origin);
  if (!isWellKnown(server, knowledge) && !(await user.confirm(warningOf(place)))) return false;
  const key = await user.type({
    title: name === '' ? l10n.t('API key for {0}', place) : l10n.t('API key “{0}” for {1}', name, place),
    prompt: l10n.t('It is saved in the key store of your system and sent only to {0}.', place),
    isSecret: true,
    check: text => {
      const fault = keyFault(text);
      return fault && keyFaultText(fault);
    },
  });
  if (key === undefined) return false;
  await keys.set(server.origin, key, name);
  return true;
}

/** A provider's own address, or this machine. */
export function isWellKnown({ origin, loopback }: Server, { providers, checkAddress }: Knowledge): boolean {
  return loopback || providers.some(({ baseUrl }) => baseUrl !== undefined && checkAddress(baseUrl).origin === origin);
}

const warningOf = (place: string) => ({
  question: l10n.t('Save an API key for {0}?', place),
  detail: l10n.t(
    'This is not the address of a provider that Steadfast knows. The operator of {0} will receive the key.',
    place,
  ),
  yes: l10n.t('Continue'),
});
