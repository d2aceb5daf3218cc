import { Failure } from '../../core/model/failure.ts';
import { classOf, labelOf } from '../../core/budget/defaultModels.ts';
import type { Target } from '../../core/model/target.ts';
import type { TargetEntry } from './entryFields.ts';
import type { ProviderFacts } from '../../core/model/provider.ts';

/** A base URL that has been found fit to send to. */
export interface CheckedAddress {
  readonly origin: string;
  /** Without query and trailing slash. */
  readonly baseUrl: string;
  /** What stood behind the '?'; it stays with the base URL. */
  readonly query: Readonly<Record<string, string>>;
  readonly loopback: boolean;
}

/** What is known of the world where targets are made. */
export interface Knowledge {
  readonly providers: readonly ProviderFacts[];
  /** Throws a Failure of kind 'bad-address' with the reason in `code`. */
  readonly checkAddress: (baseUrl: string) => CheckedAddress;
}

/** Somewhere models are offered: a target without its model. */
export type Server = Pick<Target, 'provider' | 'origin' | 'baseUrl' | 'auth' | 'loopback' | 'parameters'>;

/**
 * Where a provider is reached: at `baseUrl`, or else at its own address. A server on this machine wants no key unless
 * `auth` says so. Throws Failure 'bad-address'; also, with code 'missing', when the provider has no address of its own.
 */
export function serverOf(
  facts: ProviderFacts,
  { baseUrl, auth, parameters = {} }: Pick<TargetEntry, 'baseUrl' | 'auth' | 'parameters'>,
  checkAddress: Knowledge['checkAddress'],
): Server {
  const provider = facts.name;
  if (facts.fixedOrigin !== undefined) {
    const origin = facts.fixedOrigin;
    return { provider, origin, baseUrl: origin, auth: 'none', loopback: false, parameters };
  }
  const address = baseUrl ?? facts.baseUrl;
  if (address === undefined) throw new Failure('bad-address', { code: 'missing' });
  const checked = checkAddress(address);
  const { origin, loopback } = checked;
  return {
    provider,
    origin,
    baseUrl: whole(checked),
    auth: auth ?? (loopback ? 'none' : facts.auth),
    loopback,
    parameters,
  };
}

/** The target that an entry means. Its id tells where it is when that is not the provider's own address. */
export function targetOf(entry: TargetEntry, facts: ProviderFacts, checkAddress: Knowledge['checkAddress']): Target {
  const server = serverOf(facts, entry, checkAddress);
  const place = isAt(server, facts, checkAddress) ? facts.name : new URL(server.baseUrl).host;
  return {
    ...server,
    id: entry.id ?? `${place}/${entry.model}`,
    label: entry.label ?? labelOf(entry.model),
    model: entry.model,
    class: entry.class ?? classOf(entry.model),
    ...(entry.contextWindow !== undefined && { contextWindow: entry.contextWindow }),
    ...(entry.maxOutputTokens !== undefined && { maxOutputTokens: entry.maxOutputTokens }),
    ...(entry.price && { price: entry.price }),
  };
}

/** The shortest entry that means this model at this server. */
export function entryOf(server: Server, model: string, { providers, checkAddress }: Knowledge): TargetEntry {
  const { provider, baseUrl, auth } = server;
  const facts = providers.find(({ name }) => name === provider);
  if (facts === undefined) return { provider, model, baseUrl, auth };
  const place = isAt(server, facts, checkAddress) ? {} : { baseUrl };
  const usualAuth = serverOf(facts, place, checkAddress).auth;
  return { provider, model, ...place, ...(auth === usualAuth ? {} : { auth }) };
}

/** Is this the provider's own address? */
function isAt({ baseUrl }: Server, facts: ProviderFacts, checkAddress: Knowledge['checkAddress']): boolean {
  if (facts.fixedOrigin !== undefined) return true;
  return facts.baseUrl !== undefined && whole(checkAddress(facts.baseUrl)) === baseUrl;
}

function whole({ baseUrl, query }: CheckedAddress): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? baseUrl : `${baseUrl}?${search}`;
}
