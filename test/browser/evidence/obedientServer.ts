import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject } from '../../../src/core/shared/isObject.ts';
import { sayingText } from '../../scenes/hostileRepository/hostileServer.ts';

/** A server that speaks as OpenAI's do, and whose model does whatever stands in the code that it is sent. */
export interface ObedientServer {
  readonly origin: string;
  /** It says what stands in the comments that begin with this word. */
  order: string;
  /** What it says besides. */
  more: string;
  /** Paths of requests that no question made: pictures, links and the like. */
  readonly others: readonly string[];
  stop(): Promise<void>;
}

export async function startObedientServer(): Promise<ObedientServer> {
  const others: string[] = [];
  const obedient = { order: '', more: '' };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.url === '/v1/chat/completions') {
        const asked = textOf(JSON.parse(Buffer.concat(pieces).toString('utf8')));
        return sayingText(`${ordersIn(asked, obedient.order)}${obedient.more}`)(response);
      }
      others.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(obedient, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    others,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  });
}

/** All that is said in a request, whoever says it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return isObject(value) ? Object.values(value).map(textOf).join('') : '';
}

/** The lines behind `// WORD:`, once each, in order. */
const ordersIn = (text: string, word: string): string =>
  [
    ...new Set(
      text.split('\n').flatMap(line => {
        const [before = '', order] = line.split(`// ${word}: `);
        return order === undefined || before.trim() !== '' ? [] : [order];
      }),
    ),
  ].join('\n\n');
