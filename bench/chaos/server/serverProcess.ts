// Two providers that fail by script, each on a port of its own: the first speaks OpenAI's wire, the second Anthropic's. A
// request's path says the regime and who asks; which question it is stands in the prompt.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { endWithParent, report } from '../../harness/report.ts';
import { goFirst } from '../../harness/goFirst.ts';
import { chanceOf } from './chance.ts';
import { playOf } from './regime.ts';
import { Reply } from './reply.ts';

const wires = ['openai', 'anthropic'] as const;
/** How often each question was asked, by `regime/side/provider/question`. */
const attempts = new Map<string, number>();
/** How many requests came, by `regime/side`, at each provider. */
const requests: Record<string, [number, number]> = {};

function serve(socket: Socket, provider: 0 | 1): void {
  let received = '';
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    received += text;
    const headLength = received.indexOf('\r\n\r\n') + 4;
    if (headLength < 4) return;
    const bodyLength = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < headLength + bodyLength) return;
    const request = received;
    received = '';
    take(request, socket, provider);
  });
}

/** A model thinks for 5 to 25 ms, then does what the script says. */
function take(request: string, socket: Socket, provider: 0 | 1): void {
  const [, regime = '', side = ''] = /^POST \/([^/]+)\/([^/]+)\//.exec(request) ?? [];
  const question = Number(/revision (\d+)/.exec(request)?.[1]);
  const key = `${regime}/${side}/${provider}/${question}`;
  const attempt = (attempts.get(key) ?? 0) + 1;
  attempts.set(key, attempt);
  (requests[`${regime}/${side}`] ??= [0, 0])[provider] += 1;
  const play = playOf(regime, { provider, question, attempt });
  const reply = new Reply(socket, wires[provider], question);
  setTimeout(() => play(reply), 5 + 20 * chanceOf(provider, question, attempt, 3));
}

const portOf = async (server: Server): Promise<number> => {
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return (server.address() as AddressInfo).port;
};

endWithParent();
goFirst();
process.on('message', () => process.send?.(requests));
const ports = await Promise.all(
  ([0, 1] as const).map(provider => portOf(createServer(socket => serve(socket, provider)))),
);
report({ ports });
