import type { Anthropic, ClientOptions } from '@anthropic-ai/sdk';
import { render } from '../core/model/prompt.ts';
import type { Target } from '../core/model/target.ts';
import { anthropicWire } from './wire/anthropicWire.ts';
import { markedMessages, type SendingNow } from './wire/cacheMarks.ts';
import { forcedTool, ownForm } from './wire/ownForm.ts';
import { createChatCompletion } from './wire/chatCompletion.ts';
import type { Send, Wire } from './wire/chatCompletion.ts';
import type { Json } from './errors/json.ts';
import type { Connection } from './http/connection.ts';
import { listModels } from './listModels.ts';
import type { Provider } from '../core/model/provider.ts';
import { noTimeoutMs, silent } from './http/sdkOptions.ts';
import type { Question } from '../core/model/question.ts';

/** Anthropic's messages, and every server with the same protocol; always streamed on the wire. */
export const anthropic: Provider = {
  name: 'anthropic',
  createAsk: (target, ports) => createChatCompletion(target, ports, { ...wire, sendOver }),
  listModels: (endpoint, ports, signal) =>
    listModels({
      endpoint,
      ports,
      signal,
      wire,
      send: async (line, options) =>
        (await createClient(line)).get('/v1/models', { query: { limit: 1000 }, ...options }).asResponse(),
    }),
};

const wire: Wire = {
  /** What the SDK sends itself; said here because the environment can change what it sends. */
  headers: { 'anthropic-version': '2026-10-21' },
  keyHeader: 'x-api-key',
  renames: {},
  fixed: ['model', 'messages', 'max_tokens', 'stream'],
  body,
  reader: anthropicWire,
};

/** Without a temperature: this version of the API refuses the parameter, whatever its value. */
function body(target: Target, question: Question, now: SendingNow): Json {
  const { request } = question;
  const form = ownForm(target, question, now.facts);
  const tool = form && forcedTool(form);
  const messages = render(request);
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  return {
    max_tokens: Math.min(request.sampling.maxOutputTokens, target.maxOutputTokens ?? Infinity),
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    ...tool,
    ...target.parameters,
    model: target.model,
    messages:
      markedMessages(request, target, { ...now, ...(tool && { before: JSON.stringify(tool) }) }) ??
      messages.filter(({ role }) => role !== 'system'),
    stream: true,
  };
}

/** `post` and not `messages.create`, which writes to the console when a model is old. */
function sendOver(line: Connection): Send {
  let client: Promise<Anthropic> | undefined;
  return async (body, options) => {
    client ??= createClient(line);
    return (await client).post('/v1/messages', { body, stream: true, ...options }).asResponse();
  };
}

/** Every option is given, so that no environment variable and no profile on disk fills it in. */
async function createClient({ address, transport }: Connection): Promise<Anthropic> {
  const { Anthropic } = await import('@anthropic-ai/sdk');
  const options: ClientOptions = {
    apiKey: 'set by the transport',
    authToken: null,
    webhookKey: null,
    baseURL: address.baseUrl.replace(/\/v1$/, ''), // the SDK adds it
    defaultQuery: { ...address.query },
    defaultHeaders: {},
    fetchOptions: {},
    fetch: transport.fetch,
    maxRetries: 0,
    timeout: noTimeoutMs,
    logLevel: 'off',
    logger: silent,
    openTelemetry: false,
    middleware: [],
    dangerouslyAllowBrowser: false,
  };
  return new Anthropic(options);
}
