import { asked, chunk, chunks, namedEvent, type AreaPlay } from '../areas/areaCase.ts';
import type { WireCase } from '../reports/reportCase.ts';

/** Cases of our own, by what they stand for and by name. */
export type OwnCases = Readonly<Record<string, Readonly<Record<string, AreaPlay>>>>;

type Refusal = WireCase['reply'] & { readonly expect: WireCase['expect'] } & Partial<
    Pick<WireCase, 'path' | 'chain' | 'when' | 'task' | 'well' | 'input'>
  >;

const refused = ({ expect, path, chain = 'alone', when, task = 'ask', well, input, ...reply }: Refusal): AreaPlay => ({
  type: 'wire',
  provider: 'openai-compatible',
  task,
  chain,
  reply: { type: 'application/json', ...reply },
  expect,
  ...(path !== undefined && { path }),
  ...(when && { when }),
  ...(well !== undefined && { well }),
  ...(input && { input }),
});

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
const blocked = { failure: ['not-the-api', 'proxy', 'server'] } as const;
const smallWindow = (message: string, more: Readonly<Record<string, unknown>> = {}): AreaPlay =>
  refused({
    status: 400,
    body: { error: { message, type: 'invalid_request_error', code: 400, ...more } },
    task: 'edit',
    when: { window: 4096 },
    well: '```ts\nexport const add = (a: number, b: number): number => a + b;\n```',
    expect: { answeredBy: 'A' },
  });

/** One event of a gateway that writes the same id for all of them. */
const sameId = (content: string): string => `id: 1\ndata: ${JSON.stringify(chunk({ content }))}\n\n`;
const repeated = (pieces: readonly string[]): AreaPlay =>
  asked([...pieces.map(sameId), chunk({}, { finish: 'stop' })], { answeredBy: 'A', text: pieces.join('') });

const longCode = 'const word = compute(alpha, beta);\n'.repeat(1_500);
const cutPrompt = (prompt: number): AreaPlay =>
  asked(
    [...chunks(['It computes words.']), { choices: [], usage: { prompt_tokens: prompt, completion_tokens: 5 } }],
    { answeredBy: 'A', doubted: true },
    { chain: 'alone', input: { code: longCode } },
  );

/** What providers send; the numbers are those of the cases in `test/fixtures/reports`. */
export const ownWireCases: OwnCases = {
  '08': {
    'a second message behind half of the first': asked(
      [
        namedEvent('message_start', { type: 'message_start', message: { model: 'm' } }),
        namedEvent('content_block_delta', {
          type: 'content_block_delta',
          index: 0,
          delta: { type: 'text_delta', text: 'It ad' },
        }),
        namedEvent('message_start', { type: 'message_start', message: { model: 'm' } }),
        namedEvent('content_block_delta', {
          type: 'content_block_delta',
          index: 0,
          delta: { type: 'text_delta', text: 'It adds.' },
        }),
        namedEvent('message_delta', { type: 'message_delta', delta: { stop_reason: 'end_turn' } }),
        namedEvent('message_stop', { type: 'message_stop' }),
      ],
      { answeredBy: 'B', firstAttemptAtA: 'malformed' },
      { provider: 'anthropic', reply: { done: false } },
    ),
  },
  '06': {
    'llama.cpp names both numbers': smallWindow('the request exceeds the available context size', {
      type: 'exceed_context_size_error',
      n_prompt_tokens: 4237,
      n_ctx: 4096,
    }),
    'the sum stands in the words': smallWindow(
      "'max_tokens' is too large: 4000. This model's maximum context length is 4096 tokens and your request has 237 input tokens.",
    ),
    'inputs and new tokens': smallWindow(
      '`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 237 `inputs` tokens and 4000 `max_new_tokens`',
    ),
  },
  '13': {
    'a company proxy': refused({ status: 403, type: 'text/html', body: page('Web page blocked'), expect: blocked }),
    'a web server': refused({ status: 403, type: 'text/html', body: page('403 Forbidden'), expect: blocked }),
    'a page for signing in': refused({ status: 401, type: 'text/html', body: page('Sign in'), expect: blocked }),
  },
  '23': {
    'a window of 2048': cutPrompt(2048),
    'a window of 2048, without room for the answer': cutPrompt(2043),
    'a window of 4096, without room for the answer': cutPrompt(4090),
  },
  '25': {
    blanks: repeated(['a', '  ', '  ', 'b']),
    'empty lines': repeated(['a', '\n', '\n', 'b']),
    'a word that is said twice': repeated(['It ', 'very ', 'very ', 'well']),
  },
  '26': {
    'a page of a web server': refused({
      status: 404,
      type: 'text/html',
      body: page('Not Found'),
      path: '',
      expect: { failure: ['not-the-api', 'not-found'] },
    }),
    'a health check': refused({
      status: 200,
      body: { status: 'ok' },
      path: '',
      expect: { failure: ['not-the-api', 'malformed'] },
    }),
    'the page of an interface': refused({
      status: 200,
      type: 'text/html',
      body: page('Open WebUI'),
      expect: { failure: 'not-the-api' },
    }),
  },
};
