import type { WireCase } from '../reports/reportCase.ts';
import type { AreaCase, AreaPlay } from './areaCase.ts';

type Reply = WireCase['reply'];
type More = Partial<Pick<WireCase, 'provider' | 'chain' | 'when'>>;

/** A refuses with this, a healthy B standing behind it. */
const refused =
  (status: number) =>
  (body: unknown, expect: WireCase['expect'], more: More & Reply = {}): AreaPlay => {
    const { provider = 'openai-compatible', chain = 'other-origin', when, ...reply } = more;
    return {
      type: 'wire',
      provider,
      task: 'ask',
      chain,
      ...(when && { when }),
      reply: { status, type: 'application/json', body, ...reply },
      expect,
    };
  };

const asB = (firstAttemptAtA: string): WireCase['expect'] => ({ answeredBy: 'B', firstAttemptAtA });
const asksNext = 'the next target is asked';

/** What a server says when it does not want the request. */
export const refusals: readonly AreaCase[] = [
  {
    name: 'a region, without a frame around the error',
    source: 'https://github.com/continuedev/continue/issues/11449',
    sent: '403 and a bare `{"code":"unsupported_country_region_territory", …}`',
    must: asksNext,
    play: refused(403)(
      {
        code: 'unsupported_country_region_territory',
        message: 'Country, region, or territory not supported',
        param: null,
        type: 'request_forbidden',
      },
      asB('auth'),
    ),
  },
  {
    name: 'an account without money, as a limit of rate',
    source: 'https://github.com/666ghj/BettaFish/issues/524',
    sent: '429 and “is suspended due to insufficient balance”',
    must: 'told as credit, and the next target is asked',
    play: refused(429)(
      {
        error: {
          message:
            'Your account org-1 <ak-1> is suspended due to insufficient balance, please recharge your account or check your plan and billing details',
          type: 'exceeded_current_quota_error',
        },
      },
      asB('quota'),
    ),
  },
  {
    name: 'an account without money, as forbidden',
    source: 'https://github.com/Wei-Shaw/sub2api/issues/890',
    sent: '403 and a bare `{"code":"INSUFFICIENT_BALANCE", …}`',
    must: 'told as credit, not as a rejected key',
    play: refused(403)({ code: 'INSUFFICIENT_BALANCE', message: 'Insufficient account balance' }, asB('quota')),
  },
  {
    name: 'an account without money, in plain words',
    source: 'https://github.com/continuedev/continue/issues/11387',
    sent: '402 and `Insufficient Balance` as text',
    must: 'told as credit, and the next target is asked',
    play: refused(402)('Insufficient Balance', asB('quota'), { type: 'text/plain' }),
  },
  {
    name: 'a request that is forbidden for no reason given',
    source: 'https://github.com/memovai/mimiclaw/issues/162',
    sent: '403, `forbidden`, “Request not allowed”',
    must: asksNext,
    play: refused(403)({ error: { type: 'forbidden', message: 'Request not allowed' } }, asB('auth'), {
      provider: 'anthropic',
    }),
  },
  {
    name: 'a model that the account has not enabled',
    source: 'https://github.com/envoyproxy/ai-gateway/pull/394',
    sent: '403 of a gateway: AccessDeniedException, “You don’t have access to the model”',
    must: 'told of the model, not of the key',
    before: 'the key was said to be rejected, and no model of that server was asked any more',
    play: refused(403)(
      {
        type: 'error',
        error: {
          type: 'AccessDeniedException:http://internal.amazon.com/coral/com.amazon.bedrock/',
          code: '403',
          message: "You don't have access to the model with the specified model ID.",
        },
      },
      asB('not-found'),
    ),
  },
  {
    name: 'a model that was taken out of service',
    source: 'https://github.com/egoist/whispo/issues/10',
    sent: '400, `model_decommissioned`',
    must: 'told of the model, and the next target is asked',
    play: refused(400)(
      {
        error: {
          message: 'The model `llama-3.1-70b-versatile` has been decommissioned and is no longer supported.',
          type: 'invalid_request_error',
          code: 'model_decommissioned',
        },
      },
      asB('not-found'),
    ),
  },
  {
    name: 'a model that runs only when one rents a server for it',
    source: 'https://github.com/earendil-works/pi/issues/6748',
    sent: '400, `model_not_available`, “Unable to access non-serverless model”',
    must: 'told of the model, and the next target is asked',
    before: 'told as a bad request',
    play: refused(400)(
      {
        error: {
          message: 'Unable to access non-serverless model zai-org/GLM-5.1. Please create a new dedicated endpoint.',
          type: 'invalid_request_error',
          param: null,
          code: 'model_not_available',
        },
      },
      asB('not-found'),
    ),
  },
  {
    name: 'a model that has been deprecated',
    source: 'https://github.com/BrightPool/prompt-engineering-for-generative-ai-examples/issues/10',
    sent: '404, “has been deprecated, learn more here”',
    must: 'told of the model, and the next target is asked',
    play: refused(404)(
      {
        error: {
          message:
            'The model gpt-3.5-turbo-0613 has been deprecated, learn more here: https://platform.openai.com/docs',
          type: 'invalid_request_error',
          param: null,
          code: 'model_not_found',
        },
      },
      asB('not-found'),
    ),
  },
  {
    name: 'a model that another vendor’s wording knows nothing of',
    source: 'https://github.com/deepwn/addi/issues/13',
    sent: '400, “Model Not Exist”',
    must: 'told of the model, and the next target is asked',
    play: refused(400)(
      {
        error: {
          message: 'Model Not Exist',
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_request_error',
        },
      },
      asB('not-found'),
    ),
  },
  {
    name: 'a rejected key, without a frame around the error',
    source: 'https://github.com/continuedev/continue/issues/9595',
    sent: '401 and a bare `{"type":"authentication_error", …}`',
    must: 'told of the key, and the next target is asked',
    play: refused(401)({ type: 'authentication_error', message: 'invalid x-api-key' }, asB('auth'), {
      provider: 'anthropic',
    }),
  },
  {
    name: 'a wrong subscription key or a wrong address',
    source: 'https://github.com/opendatalab/MinerU/issues/2229',
    sent: '401 with the code `"401"`, “or wrong API endpoint”',
    must: 'told of the key, and the next target is asked',
    play: refused(401)(
      { error: { code: '401', message: 'Access denied due to invalid subscription key or wrong API endpoint.' } },
      asB('auth'),
    ),
  },
  {
    name: 'a country that the law excludes',
    source: 'https://github.com/zed-industries/zed/pull/15859',
    sent: '451 Unavailable For Legal Reasons',
    must: asksNext,
    play: refused(451)({ error: 'Unavailable For Legal Reasons' }, asB('not-the-api')),
  },
];

const once: WireCase['when'] = { firstTime: true };
const tokens = (message: string): unknown => ({ error: { message, type: 'tokens', code: 'rate_limit_exceeded' } });
const waits = (atLeastWaitMs: number): WireCase['expect'] => ({ answeredBy: 'A', requestsToA: 2, atLeastWaitMs });

/** What a server says when it has had too much. */
export const tooMuch: readonly AreaCase[] = [
  {
    name: 'a wait of seconds, in words alone',
    source: 'https://github.com/danielmiessler/Fabric/issues/364',
    sent: '429, “Please try again in 50.597142857s”, no header',
    must: asksNext,
    play: refused(429)(
      tokens(
        'Rate limit reached for model `m` on tokens per minute (TPM): Limit 7000, Used 0, Requested ~12903. Please try again in 50.597142857s.',
      ),
      asB('rate-limited'),
    ),
  },
  {
    name: 'a wait of minutes and seconds, in words alone',
    source: 'https://github.com/OpenHands/OpenHands/pull/4167',
    sent: '429, “Please try again in 1m0.363142857s”',
    must: asksNext,
    play: refused(429)(
      tokens(
        'Rate limit reached on tokens per minute (TPM): Limit 7000, Used 6148, Requested 7895. Please try again in 1m0.363142857s.',
      ),
      asB('rate-limited'),
    ),
  },
  {
    name: 'a limit of a day',
    source: 'https://github.com/continuedev/continue/issues/10920',
    sent: '429, tokens per day, “Please try again in 9m38.016s. Need more tokens?”',
    must: 'told as a limit, not as credit, and the next target is asked',
    play: refused(429)(
      tokens(
        'Rate limit reached on tokens per day (TPD): Limit 100000, Used 97050, Requested 3619. Please try again in 9m38.016s. Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing',
      ),
      asB('rate-limited'),
    ),
  },
  {
    name: 'one request that is larger than the limit of a minute',
    source: 'https://github.com/elizaOS/eliza/issues/4040',
    sent: '413, “Request too large … TPM: Limit 6000, Requested 6294, please reduce your message size”',
    must: asksNext,
    play: refused(413)(
      tokens(
        'Request too large for model `m` on tokens per minute (TPM): Limit 6000, Requested 6294, please reduce your message size and try again.',
      ),
      { answeredBy: 'B' },
    ),
  },
  {
    name: 'a limit that calls itself an invalid request',
    source: 'https://github.com/FoundationAgents/OpenManus/issues/746',
    sent: '429, the code `rate_limit_error`, the type `invalid_request_error`, “reduce the prompt length”',
    must: 'told as a limit, and the next target is asked',
    play: refused(429)(
      {
        error: {
          code: 'rate_limit_error',
          message:
            'This request would exceed the rate limit for your organization of 20,000 input tokens per minute. Please reduce the prompt length or the maximum tokens requested, or try again later.',
          type: 'invalid_request_error',
          param: null,
        },
      },
      asB('rate-limited'),
    ),
  },
  {
    name: 'a limit as one JSON string',
    source: 'https://github.com/continuedev/continue/issues/9800',
    sent: '429 and `"Tokens per minute limit exceeded - too many tokens processed."`',
    must: 'told as a limit, and the next target is asked',
    play: refused(429)('"Tokens per minute limit exceeded - too many tokens processed."', asB('rate-limited')),
  },
  {
    name: 'a wait of milliseconds, in words alone',
    source: 'https://github.com/BuilderIO/micro-agent/issues/86',
    sent: '429, “Please try again in 644ms.”',
    must: 'waited for, and answered by the same',
    play: refused(429)(
      tokens(
        'Rate limit reached on tokens per min (TPM): Limit 30000, Used 29937, Requested 385. Please try again in 644ms.',
      ),
      waits(644),
      { chain: 'alone', when: once },
    ),
  },
  {
    name: 'a wait of seconds and milliseconds that a first choice asks for',
    source: 'https://github.com/semanser/codel/issues/72',
    sent: '429, “Please try again in 2.642s”, a healthy target behind it',
    must: 'waited for, and answered by the same',
    play: refused(429)(
      tokens('Rate limit reached on tokens per min (TPM): Limit 30000, Used 14567. Please try again in 2.642s.'),
      waits(2_642),
      { when: once },
    ),
  },
  {
    name: 'a header that says how long to wait',
    source: 'https://github.com/earendil-works/pi/issues/9595',
    sent: '429 with `Retry-After: 3`',
    must: 'three seconds are waited, and answered by the same',
    play: refused(429)({ error: { message: 'Too many requests' } }, waits(3_000), {
      chain: 'alone',
      when: once,
      headers: { 'retry-after': '3' },
    }),
  },
  {
    name: 'a limit without a word about it',
    source: 'https://github.com/openclaw/openclaw/pull/99097',
    sent: '429, “Provider returned error”, no header',
    must: asksNext,
    play: refused(429)({ error: { message: 'Provider returned error', code: 429 } }, asB('rate-limited')),
  },
  {
    name: 'overloaded, under another status',
    source: 'https://github.com/anthropics/claude-code/issues/4248',
    sent: '500, `api_error`, “Overloaded”',
    must: 'told as overloaded, and the next target is asked',
    play: refused(500)({ type: 'error', error: { type: 'api_error', message: 'Overloaded' } }, asB('overloaded'), {
      provider: 'anthropic',
    }),
  },
  {
    name: 'overloaded, from a vendor that borrows the status',
    source: 'https://github.com/xvirobotics/metabot/issues/192',
    sent: '529 on the OpenAI wire',
    must: 'told as overloaded, and the next target is asked',
    play: refused(529)({ error: { message: 'overloaded' } }, asB('overloaded')),
  },
];
