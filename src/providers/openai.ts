import type { ClientOptions, OpenAI } from 'openai';
import { fingerprint } from '../core/model/fingerprint.ts';
import { render } from '../core/model/prompt.ts';
import type { Target } from '../core/model/target.ts';
import { createChatCompletion } from './wire/chatCompletion.ts';
import type { Send, Wire } from './wire/chatCompletion.ts';
import type { Json } from './errors/json.ts';
import type { Connection } from './http/connection.ts';
import { listModels } from './listModels.ts';
import type { SendingNow } from './wire/cacheMarks.ts';
import { ownForm, responseFormat } from './wire/ownForm.ts';
import { openaiWire } from './wire/openaiWire.ts';
import type { Provider } from '../core/model/provider.ts';
import { noTimeoutMs, silent } from './http/sdkOptions.ts';
import type { Question } from '../core/model/question.ts';

const officialOrigin = 'https://api.openai.com';

/** OpenAI's chat completions, and every server with the same protocol; always streamed on the wire. */
export const openai: Provider = {
  name: 'openai',
  createAsk: (target, ports) => createChatCompletion(target, ports, { ...wire, sendOver }),
  listModels: (endpoint, ports, signal) =>
    listModels({
      endpoint,
      ports,
      signal,
      wire,
      send: async (line, options) => (await createClient(line)).get('/models', options).asResponse(),
    }),
};

const wire: Wire = {
  headers: {},
  keyHeader: 'api-key',
  renames: { max_tokens: 'max_completion_tokens', max_completion_tokens: 'max_tokens' },
  fixed: ['model', 'messages', 'stream'],
  body,
  reader: openaiWire,
};

/**
 * The cache key brings questions of one workspace to the same machine, which remembers how they begin; other servers refuse it.
 * OpenAI's own newer models take only `max_completion_tokens`; most other servers know only `max_tokens`.
 */
function body(target: Target, question: Question, { facts }: SendingNow): Json {
  const { parameters } = target;
  const { request, purpose } = question;
  const { sampling } = request;
  const form = ownForm(target, question, facts);
  const limit = target.origin === officialOrigin ? 'max_completion_tokens' : 'max_tokens';
  const hasLimit = 'max_tokens' in parameters || 'max_completion_tokens' in parameters;
  return {
    ...(hasLimit ? {} : { [limit]: Math.min(sampling.maxOutputTokens, target.maxOutputTokens ?? Infinity) }),
    ...(sampling.temperature === undefined ? {} : { temperature: sampling.temperature }),
    stream_options: { include_usage: true },
    ...(target.origin === officialOrigin && purpose && { prompt_cache_key: `steadfast-${fingerprint(purpose.scope)}` }),
    ...(form && responseFormat(form)),
    ...parameters,
    model: target.model,
    messages: render(request),
    stream: true,
  };
}

function sendOver(line: Connection): Send {
  let client: Promise<OpenAI> | undefined;
  return async (body, options) => {
    client ??= createClient(line);
    return (await client).post('/chat/completions', { body, stream: true, ...options }).asResponse();
  };
}

/** Every option is given, so that no environment variable fills it in. */
async function createClient({ address, transport }: Connection): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  const options: ClientOptions = {
    apiKey: 'set by the transport',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: address.baseUrl,
    defaultQuery: { ...address.query },
    defaultHeaders: {},
    fetchOptions: {},
    fetch: transport.fetch,
    maxRetries: 0,
    timeout: noTimeoutMs,
    logLevel: 'off',
    logger: silent,
    dangerouslyAllowBrowser: false,
  };
  return new OpenAI(options);
}
