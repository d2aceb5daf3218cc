import { Failure, type FailureKind } from '../core/model/failure.ts';
import { serverText } from './errors/serverText.ts';

/**
 * What an error of `vscode.lm` means: by the code of a LanguageModelError, else by the name or system code of the error
 * that it was caused by, never by its text.
 */
export function vscodeLmFailure(error: unknown, partial: string): Failure {
  const more = partial === '' ? {} : { partial, sent: 'maybe' as const };
  if (error instanceof Failure) return error.with(more);
  const known = chain(error).flatMap(link => namesOf(link).map(name => meanings.get(name)));
  const { kind, ...details } = known.find(meaning => meaning !== undefined) ?? { kind: 'unknown' };
  const said = error instanceof Error ? serverText(error.message) : undefined;
  return new Failure(kind, { ...details, ...more, ...(said !== undefined && { said }), cause: error });
}

interface Meaning {
  readonly kind: FailureKind;
  readonly code?: string;
  readonly sent?: 'no';
  readonly noRetry?: true;
}

const notConnected = (kind: FailureKind, ...codes: readonly string[]): [string, Meaning][] =>
  codes.map(code => [code, { kind, code, sent: 'no' }]);
const reset = (...codes: readonly string[]): [string, Meaning][] => codes.map(code => [code, { kind: 'reset', code }]);

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['NoPermissions', { kind: 'auth', code: 'no-permission', sent: 'no' }], // the user has not agreed, or has taken it back
  ['NotFound', { kind: 'not-found', sent: 'no' }],
  ['Blocked', { kind: 'rate-limited', code: 'blocked', noRetry: true }], // documented as: quota limits exceeded
  ['ChatRateLimited', { kind: 'rate-limited' }],
  ['ChatQuotaExceeded', { kind: 'quota' }],
  ...notConnected('unreachable', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EAI_AGAIN'),
  ...notConnected('unknown-host', 'ENOTFOUND'),
  ...notConnected('connect-timeout', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'),
  ...reset('ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'),
]);

/** An error and its causes, outermost first. */
function chain(error: unknown): readonly Error[] {
  const links: Error[] = [];
  for (let link = error; link instanceof Error && links.length < 5; link = link.cause) links.push(link);
  return links;
}

const namesOf = (error: Error): readonly string[] =>
  'code' in error && typeof error.code === 'string' ? [error.code, error.name] : [error.name];
