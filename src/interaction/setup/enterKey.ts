import * as l10n from '@vscode/l10n';
import type { Failure, FailureKind } from '../../core/model/failure.ts';
import { keyFaultText } from './keyFaultText.ts';
import { type Listed, lookUpModels, type LookUpParts } from './lookUpModels.ts';
import { keyFault, keyIn } from '../targets/keyText.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Keys } from '../targets/keyStore.ts';
import type { Knowledge, Server } from '../settings/targetEntry.ts';
import type { Confirmation, User } from '../platform/user.ts';

/** What asking for a key needs of the world. */
export interface EnterKeyParts extends LookUpParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'set'>;
  readonly knowledge: Knowledge;
  /** One or two sentences about a failure: what happened, what to do. */
  readonly describe: (failure: Failure) => string;
}

/** Which key is asked for, and why. */
export interface WantedKey {
  /** Default: '', the one without a name. */
  readonly name?: string;
  /** Why a key is asked for now; default: because the user wants to set one. */
  readonly because?: Failure;
}

/** With these a server shows that it has accepted the key. */
const acceptedAnyway: readonly FailureKind[] = ['quota', 'rate-limited'];

/**
 * Lets the user type the key for a server, tries it, and keeps it. A rejected one is asked for again, with the reason; one that
 * cannot be tried is kept only when the user wants that. A host that is neither a provider's own nor this machine is named
 * first and must be confirmed: the key will go there. Resolves with what the server said of its models; undefined: no key was
 * kept.
 */
export async function enterKey(
  server: Server,
  parts: EnterKeyParts,
  { name = '', because }: WantedKey = {},
): Promise<Listed | undefined> {
  const { user, keys, knowledge, describe } = parts;
  const place = hostOf(server.origin);
  if (!isWellKnown(server, knowledge) && !(await user.confirm(warningOf(place)))) return undefined;
  let reason = because && because.kind !== 'no-key' ? describe(because) : undefined; // the box itself asks for the missing one
  for (;;) {
    const key = await typeKey(server, { name, ...(reason !== undefined && { reason }) }, user);
    const listed = key === undefined ? undefined : await lookUpModels(server, parts, key);
    if (key === undefined || listed === undefined) return undefined;
    const { trouble } = listed;
    if (trouble && isRejected(trouble)) {
      reason = l10n.t('The key was not saved. {0}', describe(trouble));
      continue;
    }
    const isTried = trouble === undefined || acceptedAnyway.includes(trouble.kind);
    if (!isTried && !(await user.confirm(untried(place, describe(atKnownAddress(trouble, server, knowledge))))))
      return undefined;
    await keys.set(server.origin, key, name);
    return listed;
  }
}

/** Is it the key that is not accepted? A restricted key may be good for questions though it must not list the models. */
function isRejected({ kind, details: { status, said = '' } }: Failure): boolean {
  return kind === 'auth' && status !== 403 && !/\b(?:scope|permission)/iu.test(said);
}

/** A provider's own address, or this machine. */
function isWellKnown({ origin, loopback }: Server, { providers, checkAddress }: Knowledge): boolean {
  return loopback || providers.some(({ baseUrl }) => baseUrl !== undefined && checkAddress(baseUrl).origin === origin);
}

/** A provider's own address is right: when its host cannot be found, it is the network that is gone. */
function atKnownAddress(trouble: Failure, server: Server, knowledge: Knowledge): Failure {
  const isOurs = trouble.kind === 'unknown-host' && !server.loopback && isWellKnown(server, knowledge);
  return isOurs ? trouble.with({ facts: { ...trouble.details.facts, noNetwork: 1 } }) : trouble;
}

async function typeKey(
  { origin }: Server,
  { name, reason }: { readonly name: string; readonly reason?: string },
  user: User,
): Promise<string | undefined> {
  const place = hostOf(origin);
  const kept = l10n.t('It is saved in VS Code’s secret storage and sent only to {0}.', place);
  const key = await user.type({
    title: name === '' ? l10n.t('API key for {0}', place) : l10n.t('API key “{0}” for {1}', name, place),
    prompt: reason ?? kept,
    isSecret: true,
    check: text => {
      const fault = keyFault(text);
      return fault && keyFaultText(fault);
    },
  });
  return key === undefined ? undefined : keyIn(key);
}

const warningOf = (place: string): Confirmation => ({
  question: l10n.t('Save an API key for {0}?', place),
  detail: l10n.t(
    'This is not the address of a provider that Steadfast knows. The operator of {0} will receive the key.',
    place,
  ),
  yes: l10n.t('Continue'),
});

const untried = (place: string, why: string): Confirmation => ({
  question: l10n.t('Save the API key for {0} untested?', place),
  detail: l10n.t('It could not be tested. {0}', why),
  yes: l10n.t('Save'),
});
