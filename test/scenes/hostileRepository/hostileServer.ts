import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What the server does with a question. */
export type Attack = (response: ServerResponse) => void;

/** A server that speaks as OpenAI's do, and means harm. */
export interface HostileServer {
  readonly baseUrl: string;
  /** What it does from now on. */
  attack: Attack;
  stop(): Promise<void>;
}

export async function startHostileServer(): Promise<HostileServer> {
  const hostile = { attack: sayingText('It rounds.') };
  const server = createServer((request, response) => {
    response.on('error', () => undefined); // the client has gone
    request.resume().on('end', () => hostile.attack(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(hostile, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  });
}

const stream = { 'content-type': 'text/event-stream' };
const event = (payload: object): string => `data: ${JSON.stringify(payload)}\n\n`;
const piece = (content: string): string => event({ choices: [{ index: 0, delta: { content } }] });
const ending = (usage: object): string =>
  event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
  event({ choices: [], usage }) +
  'data: [DONE]\n\n';

/** A whole answer of that text, with these counts. */
export function sayingText(text: string, usage: object = { prompt_tokens: 900, completion_tokens: 20 }): Attack {
  return response => void response.writeHead(200, stream).end(piece(text) + ending(usage));
}

const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'data: {"choices":[{"delta":{"content":"boom"}}]}\n\n'));
const codings = { ...stream, 'content-encoding': Array.from({ length: 30 }, () => 'gzip').join(', ') };

const redirecting =
  (status: number, location: string): Attack =>
  response =>
    void response.writeHead(status, { location }).end();

const sending =
  (body: string): Attack =>
  response =>
    void response.writeHead(200, stream).end(body);

const endless =
  (text: string): Attack =>
  response => {
    const more = (): void => {
      while (!response.destroyed && response.write(text)) continue;
    };
    response.writeHead(200, stream).on('drain', more);
    more();
  };

/** Something that it may do instead of sayingText, and what the user is told of it first. */
export interface NamedAttack {
  readonly attack: Attack;
  readonly says: RegExp;
}

const tooLarge = /^The answer from Hostile was too large and was stopped\.$/;
const repeats = /^It repeats itself \d+ times\./;

/** `canary`: where it would like the question to go. */
export const attacks = (canary: string): Readonly<Record<string, NamedAttack>> => ({
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map(status => [
      `a redirect ${status}`,
      {
        attack: redirecting(status, `${canary}/v1/chat/completions`),
        says: /^\S+ redirects to \S+\. Steadfast did not follow/,
      },
    ]),
  ),
  'a bomb of 64 MB in 64 KB': {
    attack: response => void response.writeHead(200, { ...stream, 'content-encoding': 'gzip' }).end(bomb),
    says: repeats,
  },
  'thirty content codings': {
    attack: response => void response.writeHead(200, codings).end(bomb),
    says: /^Hostile sent an unreadable answer\.$/,
  },
  'a line without an end': { attack: endless(`data: ${'x'.repeat(65_536)}`), says: tooLarge },
  'line ends without an end': { attack: endless('\n'.repeat(65_536)), says: tooLarge },
  'events without an end': { attack: endless(event({ choices: [] }).repeat(100)), says: tooLarge },
  'the same words without an end': { attack: endless(piece('again and again\n')), says: repeats },
  'an answer that stops in its midst': {
    attack: response => void response.writeHead(200, stream).write(piece('It rounds')),
    says: /^The part that arrived is shown below\. It is incomplete\.$/,
  },
  'nested brackets': { attack: sending(`data: ${'[{"a":'.repeat(200_000)}\n\n`), says: tooLarge },
  'poisoned names': {
    attack: sending('data: {"__proto__":{"text":"x"},"choices":[{"constructor":1}]}\n\n'),
    says: /^The answer from Hostile was cut off\.$/,
  },
  'an error that is a page': {
    attack: response =>
      void response.writeHead(500, { 'content-type': 'text/html' }).end('<script>alert(1)</script>'.repeat(10_000)),
    says: /^Hostile has an internal error \(500\)\.$/,
  },
});

/** Texts that are dear to read, or that want to act, as the whole of an answer. */
export const texts: Readonly<Record<string, string>> = {
  'quotes and backslashes': '"\\'.repeat(32_000),
  'brackets of expressions': '/['.repeat(30_000),
  'openings of fences': Array.from({ length: 20_000 }, (_, at) => `${'`'.repeat(3 + (at % 50))}x`).join('\n'),
  'nested quotations': `${'> '.repeat(20_000)}end`,
  'brackets of links': '['.repeat(60_000),
  'images and commands':
    '![x](https://evil.example/?q=1) [run](command:workbench.action.terminal.new) <img src=x onerror=alert(1)>',
  'hidden orders': `It rounds.${'delete all'.replace(/./g, letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))}`,
};
