import { Failure } from '../../core/model/failure.ts';
import type { FailureKind } from '../../core/model/failure.ts';
import type { Address } from './address.ts';

/** What is known of a request that got no response. */
export interface Progress {
  /** 'no' when it is known that the request's bytes never left. */
  readonly sent: 'no' | 'maybe';
  /** The status that was seen on the wire although fetch gives none (it hides a 407). */
  readonly status: number | undefined;
}

/** What a connection that failed before the response means. Goes by the codes of Node and undici. */
export function networkFailure(error: unknown, address: Address, { sent, status }: Progress): Failure {
  if (status === 407) return new Failure('proxy', { code: 'login', status, sent: 'no', noRetry: true });
  const known = firstKnown(error, link => beforeTheAnswer(link, address));
  if (known === undefined) return new Failure('unknown', { sent, cause: error });
  const [kind, code] = known;
  const facts = { host: address.host, port: address.port };
  const noRetry = code === 'login' ? { noRetry: true } : {};
  const isUnsent = neverSent.has(kind) && (address.loopback || !saidByTheServer.has(code));
  return new Failure(kind, { code, sent: isUnsent ? 'no' : sent, facts, ...noRetry });
}

/** What a connection that failed after the response's headers means: as a rule that the answer is cut off. */
export function bodyFailure(error: unknown): Failure {
  const [kind, code] = firstKnown(error, inTheBody) ?? ['truncated', 'lost'];
  return new Failure(kind, { code });
}

type Meaning = readonly [kind: FailureKind, code: string];

/** The error, its causes and the members of an AggregateError (one per address family), outermost first. */
function chain(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const members: readonly unknown[] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [error, ...[error.cause, ...members].flatMap(link => chain(link, depth + 1))];
}

function firstKnown(error: unknown, read: (link: Error) => Meaning | undefined): Meaning | undefined {
  return chain(error).flatMap(link => {
    const known = read(link);
    return known === undefined ? [] : [known];
  })[0];
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function inTheBody(error: Error): Meaning | undefined {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return ['truncated', code];
  if (/^(?:Z_|ERR_.*BROTLI|ERR__ERROR|ZSTD_|HPE_|HTTPParserError$)/.test(code)) return ['malformed', code];
  if (code === 'UND_ERR_BODY_TIMEOUT') return ['stalled', code];
  return lost.has(code) || code === 'ETIMEDOUT' ? ['truncated', code] : undefined;
}

function beforeTheAnswer(error: Error, address: Address): Meaning | undefined {
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return refusedBy(error, address);
  if (code === 'ETIMEDOUT') return ['syscall' in error && error.syscall === 'read' ? 'reset' : 'connect-timeout', code];
  // undici gives a bad upgrade (101) and an unasked 100 the code of a closed socket, and a proxy's refusal
  // that of an abort
  if (code === 'UND_ERR_SOCKET' && error.message === 'bad upgrade') return ['wrong-protocol', 'upgrade'];
  if (code === 'UND_ERR_SOCKET' && error.message === 'bad response') return ['malformed', 'continue'];
  if (code === 'UND_ERR_ABORTED' && error.message.startsWith('Proxy response'))
    return ['proxy', error.message.includes('(407)') ? 'login' : 'refused'];
  if (code === 'HPE_HEADER_OVERFLOW' || code === 'UND_ERR_HEADERS_OVERFLOW') return ['too-large', 'headers'];
  if (/^HPE_|^HTTPParserError$/.test(code)) return ['wrong-protocol', 'not-http'];
  if (lost.has(code)) return ['reset', code];
  const kind = byCode.get(code);
  return kind === undefined ? (certificate(code) ?? tls(code, address)) : [kind, code];
}

/** Another port than the server's is the proxy's. */
function refusedBy(error: Error, { port, loopback }: Address): Meaning {
  if ('port' in error && error.port !== port) return ['proxy', 'unreachable'];
  return [loopback ? 'server-not-running' : 'unreachable', 'ECONNREFUSED'];
}

const lost: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);

const byCode: ReadonlyMap<string, FailureKind> = new Map([
  ['EHOSTUNREACH', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['EACCES', 'unreachable'],
  ['EPERM', 'unreachable'],
  ['EAI_AGAIN', 'unreachable'],
  ['EAI_FAIL', 'unreachable'],
  ['ENOTFOUND', 'unknown-host'],
  ['ENODATA', 'unknown-host'],
  ['EAI_NONAME', 'unknown-host'],
  ['EAI_NODATA', 'unknown-host'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'silent'],
  ['UND_ERR_PRX_TLS', 'proxy'],
  ['ERR_INVALID_URL', 'bad-address'],
]);

/** Failures that by their nature come before any byte of the request. */
const neverSent: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'server-not-running',
  'unknown-host',
  'connect-timeout',
  'certificate',
  'wrong-protocol',
  'proxy',
  'bad-address',
]);

/** What a server has answered, though it is no HTTP: it may have read the request before, and may bill it unless it is this machine. */
const saidByTheServer: ReadonlySet<string> = new Set(['upgrade', 'not-http']);

function certificate(code: string): Meaning | undefined {
  const finer = certificateCodes.get(code);
  if (finer !== undefined) return ['certificate', finer];
  return /^(CERT_|CRL_|UNABLE_TO_|ERR_TLS_CERT_)/.test(code) ? ['certificate', 'untrusted'] : undefined;
}

const certificateCodes: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-issuer'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown-issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'unknown-issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknown-issuer'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'not-yet-valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
  ['HOSTNAME_MISMATCH', 'wrong-host'],
]);

/** Elsewhere it need not be the server: a proxy, or a network with a login, answers in its place. */
function tls(code: string, { loopback }: Address): Meaning | undefined {
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return ['wrong-protocol', loopback ? 'plain-http' : 'unencrypted'];
  }
  return /^(ERR_SSL_|EPROTO$)/.test(code) ? ['wrong-protocol', 'tls'] : undefined;
}
