import { Failure } from '../../core/model/failure.ts';
import { ipv4Forms } from './ipv4Forms.ts';

/** A base URL that requests may be sent to. */
export interface Address {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Without query and trailing slash. */
  readonly baseUrl: string;
  /** What stood behind the '?' (Azure's api-version); sent with every request. */
  readonly query: Readonly<Record<string, string>>;
  readonly host: string;
  readonly port: number;
  /** True when the host is this machine. */
  readonly loopback: boolean;
}

/** Why an address is refused: the code of Failure('bad-address'). */
export type AddressFault =
  | 'malformed'
  | 'scheme'
  | 'userinfo'
  | 'port'
  /** Plain http to another machine: prompt and key would be readable on the way. */
  | 'insecure'
  /** Link-local and metadata addresses, where a cloud machine's own credentials live. */
  | 'link-local'
  /** 0.0.0.0, ::, multicast, broadcast: no server's address. */
  | 'no-host';

/**
 * Checks a base URL before anything is sent there. Throws Failure('bad-address') with an AddressFault as its code and the
 * address, without user name, password and query, in its facts.
 */
export function checkBaseUrl(text: string): Address {
  const url = parse(text);
  if (url === undefined) throw refused(text, whyUnparsed(text));
  const fault = faultOf(url, text);
  if (fault !== undefined) throw refused(text, fault);
  return {
    origin: url.origin,
    baseUrl: (url.origin + url.pathname).replace(/(?<!\/)\/+$/, ''),
    query: Object.fromEntries(url.searchParams),
    host: bareHost(url),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    loopback: isLoopback(bareHost(url)),
  };
}

/** No server's address is longer, characters. */
const longestAddress = 2_048;

function refused(text: string, code: AddressFault): Failure {
  return new Failure('bad-address', { code, sent: 'no', facts: { address: shown(text) } });
}

/** Strict where the URL parser is lenient: no white space or controls inside, no backslashes, no missing slashes. */
function parse(text: string): URL | undefined {
  if (text.length > longestAddress) return undefined;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s\p{Cc}\\/]/iu.test(text) || /[\s\p{Cc}\\#]/u.test(text)) return undefined;
  return URL.parse(text) ?? undefined;
}

function whyUnparsed(text: string): AddressFault {
  return text.length <= longestAddress && /^[a-z]+:\/\/[^/]*:\d{5,}(?:\/|$)/i.test(text) ? 'port' : 'malformed';
}

function faultOf(url: URL, text: string): AddressFault | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?]*@/.test(text)) return 'userinfo';
  if (url.port !== '' && blockedPorts.has(Number(url.port))) return 'port';
  const host = bareHost(url);
  if (isLinkLocal(host)) return 'link-local';
  if (host === '' || isNowhere(host)) return 'no-host';
  if (url.protocol === 'http:' && !isLoopback(host)) return 'insecure';
  return undefined;
}

/** The host without brackets and without the dot that ends an absolute name. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Names below localhost are not taken for loopback: a resolver may send them anywhere. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.[\d.]+$/.test(host) || /^::ffff:7f[0-9a-f]{2}:/.test(host);
}

function isLinkLocal(host: string): boolean {
  const isMetadata = metadataHosts.has(host) || metadataNetworks.some(network => host.startsWith(network));
  if (isMetadata || /^fe[89ab][0-9a-f]:/.test(host)) return true;
  return ipv4Forms(host).some(address => address.startsWith('169.254.') || metadataHosts.has(address));
}

function isNowhere(host: string): boolean {
  const firsts = ipv4Forms(host).map(address => Number.parseInt(address, 10));
  const isOutside = host === '::' || (host.startsWith('ff') && host.includes(':'));
  return isOutside || (host !== '::1' && firsts.some(first => first === 0 || first >= 224));
}

/** The address as people may see it. */
function shown(text: string): string {
  return text
    .slice(0, longestAddress)
    .replace(/^([^/]*\/\/)?[^/?#]*@/, '$1')
    .replace(/[?#].*$/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 200);
}

/** Where clouds hand out a machine's credentials, besides 169.254.0.0/16. */
const metadataHosts: ReadonlySet<string> = new Set([
  'metadata.google.internal',
  'metadata.goog',
  'metadata',
  'instance-data',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
]);

/** The same in IPv6: of AWS, Google, Scaleway and Oracle. */
const metadataNetworks: readonly string[] = ['fd00:ec2:', 'fd20:ce:', 'fd00:42:', 'fd00:c1:'];

/** Ports that fetch refuses (the Fetch standard's "bad ports"). */
const blockedPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);
