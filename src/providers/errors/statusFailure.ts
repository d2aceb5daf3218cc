import { Failure } from '../../core/model/failure.ts';
import type { FailureDetails, FailureKind } from '../../core/model/failure.ts';
import type { ApiError } from './apiError.ts';
import { lengthMeaning, type StatusMeaning, wordingMeaning } from './wordings.ts';

/**
 * Classifies what a server said: by its own code or type first, then by the HTTP status (undefined: it complained inside
 * an answer that began with 200). Message text decides where no code does, see wordings.ts; what stays unknown among 4xx is
 * about this target, and the next one is asked.
 */
export function meaningOfStatus(complaint: ApiError | undefined, httpStatus: number | undefined): StatusMeaning {
  const status = httpStatus ?? complaint?.status;
  if (status === 413) return { kind: 'context-too-long' }; // before the codes: Groq says rate_limit_exceeded here
  const told = complaint && saidMeaning(complaint, status);
  if (told) return told;
  if (status !== undefined) return byStatus(status, complaint);
  return complaint?.type === 'invalid_request_error' ? { kind: 'bad-request' } : { kind: 'server' };
}

/** A question that is too long is said so beside the codes of anything; else codes say more than sentences, but for vague ones. */
function saidMeaning(complaint: ApiError, status: number | undefined): StatusMeaning | undefined {
  const beside = status ?? 0;
  const { message } = complaint;
  const tooLong = lengthMeaning(message, beside);
  if (tooLong) return tooLong;
  const word = byWord(complaint, status);
  const sentence = word === undefined || isVague(word) ? wordingMeaning(message, beside) : undefined;
  return sentence && isFiner(sentence, word) ? sentence : word;
}

/** Servers have one code for all that broke, and many use that of a rate limit for an account without money (Google). */
const isVague = ({ kind }: StatusMeaning): boolean => kind === 'server' || kind === 'rate-limited';

const isFiner = (sentence: StatusMeaning, word: StatusMeaning | undefined): boolean =>
  word?.kind !== 'rate-limited' || sentence.kind === 'quota';

/** Whether the status means that nothing was done and nothing is owed. */
export function isUnbilled(status: number): boolean {
  return status < 500 ? status !== 408 && status !== 409 : status === 501 || status === 505 || status === 511;
}

/** The server timed out, or failed with an undocumented status: worth one more try, not three (F37, F58). */
export function isOnceMore(status: number): boolean {
  return status === 408 || (status > 504 && status < 600 && statuses[status] === undefined && !isGateway(status));
}

/** Cloudflare's, 520 to 524: its server behind it failed. */
const isGateway = (status: number): boolean => status >= 520 && status <= 524;

/** Makes the failure of a verdict. */
export function failureOf(
  verdict: Exclude<StatusMeaning, { readonly kind: 'refused' }>,
  details: FailureDetails,
): Failure {
  const loading = verdict.code === 'loading' ? { retryAfterMs: loadingMs } : {};
  return new Failure(verdict.kind, {
    ...loading,
    ...details,
    ...(verdict.code === undefined ? {} : { code: verdict.code }),
  });
}

/** Between two looks at a model that is being loaded (F101). */
const loadingMs = 2000;

function byWord({ detail, code, type }: ApiError, status: number | undefined): StatusMeaning | undefined {
  for (const word of [detail, code, type].map(word => word.toLowerCase())) {
    if (refusals.has(word)) return { kind: 'refused' };
    if (loading.has(word)) return { kind: 'conflict', code: 'loading' };
    if (slowing.has(word)) return { kind: 'rate-limited', code: 'slow-down' };
    const kind = kinds.get(word);
    // 'api_error' beside a 404 is what Ollama says of a model that it does not have
    if (kind !== undefined && (kind !== 'server' || status === undefined || status >= 500)) return { kind };
  }
  return undefined;
}

const refusals: ReadonlySet<string> = new Set([
  'content_policy_violation',
  'content_filter',
  'responsibleaipolicyviolation',
]);

/** OpenAI's words for load that grows too fast: less is wanted, not only later (F50). */
const slowing: ReadonlySet<string> = new Set(['slow_down', 'ramp_limit_exceeded']);

/** llama.cpp answers so until its model is read. */
const loading: ReadonlySet<string> = new Set(['unavailable_error', 'model_loading']);

const words = (kind: FailureKind, list: string): readonly (readonly [string, FailureKind])[] =>
  list.split(' ').map(word => [word, kind] as const);

const kinds: ReadonlyMap<string, FailureKind> = new Map([
  ...words(
    'quota',
    'insufficient_quota credit_balance_exhausted organization_spend_limit_exceeded project_spend_limit_exceeded ' +
      'organization_usage_limit_exceeded billing_hard_limit_reached billing_not_active billing_error ' +
      'insufficient_balance enforced_spend_limit_reached contract_spend_limit_reached ' +
      'linked_organization_spend_limit_reached linked_organization_billing_unavailable budget_exceeded ' +
      'insufficient_balance_error arrearage blocked_api_access',
  ),
  ...words(
    'rate-limited',
    'rate_limit_error rate_limit_exceeded ratelimitreached too_many_requests resource_exhausted',
  ),
  ...words(
    'overloaded',
    'overloaded_error server_is_overloaded engine_overloaded service_unavailable_error unavailable ' +
      'insufficient_system_resource capacity_exceeded',
  ),
  ...words(
    'auth',
    'authentication_error permission_error invalid_api_key invalid_authentication account_deactivated ' +
      'organization_on_hold unsupported_country_region_territory unauthenticated permission_denied ' +
      'permissiondenied authenticationerror api_key_invalid api_key_expired invalid_authentication_error ' +
      'organization_restricted',
  ),
  ...words(
    'not-found',
    'not_found_error model_not_found deploymentnotfound unknown_model modelnotfound invalid_model model_decommissioned ' +
      'model_not_available ' +
      'key_model_access_denied team_model_access_denied user_model_access_denied org_model_access_denied', // LiteLLM
  ),
  ...words('context-too-long', 'context_length_exceeded exceed_context_size_error request_too_large'),
  ...words('gateway-timeout', 'timeout_error deadline_exceeded'),
  ...words('conflict', 'conflict_error'),
  ...words('server', 'api_error server_error internal_error internal_server_error internalservererror internal'),
]);

function byStatus(status: number, complaint: ApiError | undefined): StatusMeaning {
  if (status === 404 && !namesAModel(complaint)) return { kind: 'not-the-api', code: 'path' };
  const kind = statuses[status];
  if (kind !== undefined) return kind;
  return status >= 500 ? { kind: 'server' } : { kind: 'not-the-api', code: 'status' };
}

/** A missing model is an API's own complaint; a missing path is the web server's (a base URL that lacks /v1). */
function namesAModel(complaint: ApiError | undefined): boolean {
  if (complaint === undefined) return false;
  const { type, code, param } = complaint;
  if (type === 'invalid_request_error') return code !== '' || param !== '';
  return type !== '' || /\D/.test(code) || /\bmodel\b/i.test(complaint.message);
}

const statuses: Readonly<Record<number, StatusMeaning>> = {
  400: { kind: 'bad-request' },
  401: { kind: 'auth' },
  402: { kind: 'quota' },
  403: { kind: 'auth' },
  404: { kind: 'not-found' },
  405: { kind: 'not-the-api', code: 'path' },
  407: { kind: 'proxy', code: 'login' },
  408: { kind: 'server', code: 'timeout' },
  409: { kind: 'conflict' },
  410: { kind: 'not-found' },
  415: { kind: 'bad-request' },
  422: { kind: 'bad-request' },
  425: { kind: 'conflict' },
  429: { kind: 'rate-limited' },
  501: { kind: 'not-the-api', code: 'status' },
  503: { kind: 'overloaded' },
  504: { kind: 'gateway-timeout' },
  505: { kind: 'not-the-api', code: 'status' },
  511: { kind: 'not-the-api', code: 'portal' },
  529: { kind: 'overloaded' },
};
