import type { Environment } from './environment.ts';

/** What VS Code's own settings say of the network. */
export interface NetworkSettings {
  /** `http.proxy` as it stands; '' when there is none. Never told whole: a password may be in it. */
  readonly proxy: string;
  /** `http.noProxy`. */
  readonly noProxy: readonly string[];
  /** `http.proxySupport`: 'off', 'on', 'fallback' or 'override'. */
  readonly proxySupport: string;
  readonly strictSsl: boolean;
  readonly systemCertificates: boolean;
}

/** A proxy as people may see it. */
export interface ShownProxy {
  readonly scheme: string;
  /** With the port, where one is written; without user name and password. */
  readonly host: string;
  readonly hasLogin: boolean;
}

/** The proxy that stands in a text, with or without a scheme; undefined: none can be read out of it. */
export function shownProxy(text: string): ShownProxy | undefined {
  const url = text.length > 2_048 ? null : URL.parse(text.includes('://') ? text : `http://${text}`);
  if (url === null || url.hostname === '') return undefined;
  const hasLogin = url.username !== '' || url.password !== '';
  return { scheme: url.protocol.replace(/:$/, ''), host: url.host, hasLogin };
}

/** Where a proxy comes from. */
export interface ProxySource {
  readonly from: 'setting' | 'environment';
  /** `http.proxy`, or the name of the variable. */
  readonly name: string;
  readonly text: string;
}

/** The proxy that requests to other machines take; undefined: none that can be seen from here. */
export function proxySource(settings: NetworkSettings, environment: Environment): ProxySource | undefined {
  if (settings.proxySupport === 'off') return undefined;
  if (settings.proxy !== '') return { from: 'setting', name: 'http.proxy', text: settings.proxy };
  return proxyVariable(environment);
}

/** The same, of the environment alone. */
export function proxyVariable(environment: Environment): ProxySource | undefined {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']) {
    const text = environment[name] ?? '';
    if (text !== '') return { from: 'environment', name, text };
  }
  return undefined;
}

/** Does a request to this origin take a proxy, as far as can be seen? This machine is never asked through one. */
export function takesProxy(
  { origin, loopback }: { readonly origin: string; readonly loopback: boolean },
  settings: NetworkSettings,
  environment: Environment,
): boolean {
  if (loopback || proxySource(settings, environment) === undefined) return false;
  const host = URL.parse(origin)?.hostname ?? '';
  const written = environment['NO_PROXY'] ?? environment['no_proxy'] ?? '';
  const past = [...settings.noProxy, ...written.split(/[\s,]+/, mostPast)];
  return !past.some(pattern => goesPast(host, pattern.trim().toLowerCase()));
}

/** More are not looked at. */
const mostPast = 1_000;

function goesPast(host: string, pattern: string): boolean {
  if (pattern === '' || host === '') return false;
  if (pattern === '*') return true;
  const name = pattern.replace(/^\*?\./, '').replace(/:\d+$/, '');
  return host === name || host.endsWith(`.${name}`);
}
