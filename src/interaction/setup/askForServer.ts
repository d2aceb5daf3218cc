import type { ProviderFacts } from '../../core/model/provider.ts';
import * as l10n from '@vscode/l10n';
import { addressFault } from '../text/failureDetails.ts';
import { Failure } from '../../core/model/failure.ts';
import { likelyBaseUrl } from '../../core/model/likelyBaseUrl.ts';
import type { TargetEntry } from '../settings/entryFields.ts';
import { type Knowledge, type Server, serverOf } from '../settings/targetEntry.ts';
import type { User } from '../platform/user.ts';

/** What asking for a server needs of the world. */
export interface AskForServerParts {
  readonly user: User;
  readonly knowledge: Knowledge;
}

/** Lets the user type where a provider's API is. What cannot be used is said while it is typed. */
export async function askForServer(
  facts: ProviderFacts,
  auth: TargetEntry['auth'],
  { user, knowledge: { checkAddress } }: AskForServerParts,
): Promise<Server | undefined> {
  const baseUrl = await user.type({
    title: l10n.t('Address of the server'),
    prompt: l10n.t('The base URL of its API. It must use https; http is allowed only on this machine.'),
    placeholder: 'https://api.example.com/v1', // RFC 2606: nobody's
    check: text => faultOf(text.trim(), checkAddress),
  });
  const chosen = baseUrl && (await betterAddress(baseUrl.trim(), user));
  return chosen === undefined ? undefined : serverOf(facts, { baseUrl: chosen, auth }, checkAddress);
}

/** The address that is meant; what was copied from a page is often that of one function, or lacks its path. */
function betterAddress(typed: string, user: User): Promise<string | undefined> {
  const likely = likelyBaseUrl(typed);
  if (likely === undefined) return Promise.resolve(typed);
  return user.pick(l10n.t('Which address is the base URL? Requests add the rest of the path.'), [
    { label: likely, description: l10n.t('most likely'), value: likely },
    { label: typed, description: l10n.t('as you typed it'), value: typed },
  ]);
}

/** Only the reason: it is in this box that the address can be corrected. */
function faultOf(address: string, checkAddress: Knowledge['checkAddress']): string | undefined {
  try {
    checkAddress(address);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return addressFault(address, error.details.code ?? '');
  }
}
