import type { ProviderFacts } from '../../core/model/provider.ts';
import * as l10n from '@vscode/l10n';
import { Failure } from '../../core/model/failure.ts';
import type { TargetEntry } from '../settings/entryFields.ts';
import { type Knowledge, type Server, serverOf } from '../settings/targetEntry.ts';
import type { User } from '../platform/user.ts';

/** What asking for a server needs of the world. */
export interface AskForServerParts {
  readonly user: User;
  readonly knowledge: Knowledge;
  readonly describe: (failure: Failure) => string;
}

/** Lets the user type where a provider's API is. What cannot be used is said while it is typed. */
export async function askForServer(
  facts: ProviderFacts,
  auth: TargetEntry['auth'],
  { user, knowledge: { checkAddress }, describe }: AskForServerParts,
): Promise<Server | undefined> {
  const baseUrl = await user.type({
    title: l10n.t('Address of the server'),
    prompt: l10n.t('The base URL of its API. It must use https; http is allowed only on this machine.'),
    placeholder: 'https://api.example.com/v1', // RFC 2606: nobody's
    check: text => faultOf(text.trim(), checkAddress, describe),
  });
  return baseUrl === undefined ? undefined : serverOf(facts, { baseUrl: baseUrl.trim(), auth }, checkAddress);
}

function faultOf(
  address: string,
  checkAddress: Knowledge['checkAddress'],
  describe: (failure: Failure) => string,
): string | undefined {
  try {
    checkAddress(address);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return describe(error);
  }
}
