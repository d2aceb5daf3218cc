import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readApiError } from '../../../src/providers/errors/apiError.ts';
import { isUnbilled, meaningOfStatus } from '../../../src/providers/errors/statusFailure.ts';

/** What a status and a body mean: 'kind', or 'kind/code'. Status 0: the complaint came inside an answer. */
function verdict(status: number, body: unknown): string {
  const { kind, ...rest } = meaningOfStatus(readApiError(body), status === 0 ? undefined : status);
  return 'code' in rest && rest.code !== undefined ? `${kind}/${rest.code}` : kind;
}

const error = (fields: object) => ({ error: { message: 'No.', ...fields } });
const anthropic = (type: string, fields: object = {}) => ({
  type: 'error',
  error: { type, message: 'No.', ...fields },
});

const byStatus: readonly (readonly [status: number, verdict: string])[] = [
  [400, 'bad-request'],
  [401, 'auth'],
  [402, 'quota'],
  [403, 'auth'],
  [404, 'not-the-api/path'],
  [405, 'not-the-api/path'],
  [407, 'proxy/login'],
  [408, 'server/timeout'],
  [409, 'conflict'],
  [410, 'not-found'],
  [413, 'context-too-long'],
  [415, 'bad-request'],
  [418, 'not-the-api/status'],
  [422, 'bad-request'],
  [425, 'conflict'],
  [429, 'rate-limited'],
  [451, 'not-the-api/status'],
  [499, 'not-the-api/status'],
  [500, 'server'],
  [501, 'not-the-api/status'],
  [502, 'server'],
  [503, 'overloaded'],
  [504, 'gateway-timeout'],
  [505, 'not-the-api/status'],
  [511, 'not-the-api/portal'],
  [520, 'server'],
  [521, 'server'],
  [522, 'server'],
  [523, 'server'],
  [524, 'server'],
  [529, 'overloaded'],
  [599, 'server'],
];

const byWord: readonly (readonly [said: string, status: number, body: unknown, verdict: string])[] = [
  ['a full context by code', 400, error({ code: 'context_length_exceeded' }), 'context-too-long'],
  [
    'Anthropic a full context by sentence',
    400,
    anthropic('invalid_request_error', { message: 'prompt is too long: 9 > 8' }),
    'context-too-long',
  ],
  [
    'vLLM a full context by sentence',
    400,
    { object: 'error', message: "This model's maximum context length is 9", type: 'BadRequestError', code: 400 },
    'context-too-long',
  ],
  ['llama.cpp a full context', 400, error({ code: 400, type: 'exceed_context_size_error' }), 'context-too-long'],
  ['Groq a request too large', 413, error({ type: 'tokens', code: 'rate_limit_exceeded' }), 'context-too-long'],
  [
    'Anthropic a spend limit by sentence',
    400,
    anthropic('invalid_request_error', { message: 'Your credit balance is too low' }),
    'quota',
  ],
  [
    'Anthropic a spend limit by code',
    429,
    anthropic('rate_limit_error', { details: { error_code: 'enforced_spend_limit_reached' } }),
    'quota',
  ],
  [
    'a contract limit',
    429,
    anthropic('rate_limit_error', { details: { error_code: 'contract_spend_limit_reached' } }),
    'quota',
  ],
  ['OpenAI an empty account', 429, error({ type: 'insufficient_quota', code: 'credit_balance_exhausted' }), 'quota'],
  ['OpenAI an empty account by type only', 429, error({ type: 'insufficient_quota' }), 'quota'],
  ['a limit of the project', 429, error({ code: 'project_spend_limit_exceeded' }), 'quota'],
  ['to slow down', 429, error({ code: 'slow_down' }), 'rate-limited/slow-down'],
  ['to slow down with a 503', 503, error({ code: 'slow_down' }), 'rate-limited/slow-down'],
  ['Google its limit', 429, [error({ code: 429, status: 'RESOURCE_EXHAUSTED' })], 'rate-limited'],
  [
    'its limit, and speaks of loading',
    429,
    error({ code: 'rate_limit_exceeded', message: 'Too many requests while the model is being loaded' }),
    'rate-limited',
  ],
  ['LiteLLM that a key may not use a model', 401, error({ type: 'key_model_access_denied', code: '401' }), 'not-found'],
  ['Groq that a spend limit is reached', 400, error({ code: 'blocked_api_access' }), 'quota'],
  ['Groq that a tier is full', 498, error({ code: 'capacity_exceeded' }), 'overloaded'],
  [
    'that it broke, and in words that it is too busy',
    500,
    error({ type: 'api_error', message: 'Overloaded' }),
    'overloaded',
  ],
  [
    'a ramp limit',
    429,
    anthropic('rate_limit_error', { details: { error_code: 'ramp_limit_exceeded' } }),
    'rate-limited/slow-down',
  ],
  ['OpenAI that it is overloaded', 503, error({ code: 'server_is_overloaded' }), 'overloaded'],
  ['a bad key', 401, error({ code: 'invalid_api_key', type: 'invalid_request_error' }), 'auth'],
  ['a region that is not served', 403, error({ code: 'unsupported_country_region_territory' }), 'auth'],
  ['that a model is unknown', 404, error({ code: 'model_not_found', type: 'invalid_request_error' }), 'not-found'],
  ['Anthropic that a model is unknown', 404, anthropic('not_found_error'), 'not-found'],
  [
    'Ollama that a model is unknown',
    404,
    error({ type: 'api_error', code: null, message: 'model "x" not found' }),
    'not-found',
  ],
  [
    'vLLM that a model is unknown',
    404,
    { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', code: 404 },
    'not-found',
  ],
  ['Azure that a deployment is unknown', 404, error({ code: 'DeploymentNotFound' }), 'not-found'],
  [
    'OpenAI that a path is unknown',
    404,
    error({ type: 'invalid_request_error', param: null, code: null }),
    'not-the-api/path',
  ],
  ['FastAPI that a path is unknown', 404, { detail: 'Not Found' }, 'not-the-api/path'],
  ['Azure that a path is unknown', 404, error({ code: '404', message: 'Resource not found' }), 'not-the-api/path'],
  [
    'llama.cpp that it loads',
    503,
    error({ code: 503, type: 'unavailable_error', message: 'Loading model' }),
    'conflict/loading',
  ],
  ['that its content rules forbid it', 400, error({ code: 'content_policy_violation' }), 'refused'],
  [
    'Azure that its filter forbids it',
    400,
    error({ code: 'x', innererror: { code: 'ResponsibleAIPolicyViolation' } }),
    'refused',
  ],
  ['a 4xx that it calls its own error', 400, error({ type: 'api_error' }), 'bad-request'],
  ['inside an answer that it is overloaded', 0, anthropic('overloaded_error'), 'overloaded'],
  ['inside an answer that it broke', 0, anthropic('api_error'), 'server'],
  ['inside an answer that it timed out', 0, anthropic('timeout_error'), 'gateway-timeout'],
  ['inside an answer that it limits', 0, error({ code: 'rate_limit_exceeded' }), 'rate-limited'],
  ['inside an answer a status as its code', 0, error({ code: 429 }), 'rate-limited'],
  ['inside an answer a bad request', 0, anthropic('invalid_request_error'), 'bad-request'],
  ['inside an answer a bare sentence', 0, { error: 'boom' }, 'server'],
  ['inside an answer that the model loads', 0, { error: 'model not loaded' }, 'conflict/loading'],
  ['names of things every object has', 500, error({ code: 'constructor', type: '__proto__' }), 'server'],
];

suite('a refusal', () => {
  for (const [status, expected] of byStatus) {
    test(`with status ${status} and no words is ${expected}`, () => assert.equal(verdict(status, undefined), expected));
  }
  for (const [said, status, body, expected] of byWord) {
    test(`that says ${said} is ${expected}`, () => assert.equal(verdict(status, body), expected));
  }

  test('costs nothing when the request was turned away, and may cost when it was worked on', () => {
    const free = [...byStatus.map(([status]) => status), 302].filter(isUnbilled);
    assert.deepEqual(
      free,
      [400, 401, 402, 403, 404, 405, 407, 410, 413, 415, 418, 422, 425, 429, 451, 499, 501, 505, 511, 302],
    );
  });
});
