// Cancels questions at random moments, in one process with the server, so that both read the same clock: how long until the
// connection is closed, and what the one who asked is told. Steadfast, the SDK and a bare socket take turns.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Failure } from '../../../src/core/model/failure.ts';
import { ask as asking } from '../../../src/assist/tasks/ask.ts';
import { endWithParent, leaveWith } from '../../harness/report.ts';
import { goFirst } from '../../harness/goFirst.ts';
import { bareSdk } from '../../support/bareSdk.ts';
import { householdOf, sourceAt } from '../../support/household.ts';
import { questionOf } from '../../support/questions.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { systemClock as clock } from '../../../src/libraries/systemClock.ts';
import { breakerOptions } from '../sides/rules.ts';
import { chanceOf } from '../server/chance.ts';
import { Reply } from '../server/reply.ts';

export interface Cancels {
  /** From the cancel to the server's `close`, ms; only where something was under way. */
  readonly closedMs: readonly number[];
  /** Ended as if nothing had been cancelled, though the answer was not whole. */
  readonly asComplete: number;
  /** Requests that came after the cancel. */
  readonly late: number;
}

/** What the server is doing when the question is cancelled. */
const phases = ['before the headers', 'after the headers', 'after text', 'between two tries'] as const;
const rounds = 500;

/** Connections on which something is under way, by question. */
const busy = new Map<number, Socket>();
const arrivals = new Map<number, () => void>();
const cancelled = new Set<number>();
const late: number[] = [];

function serve(socket: Socket): void {
  let received = '';
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', data => {
    received += data.toString('latin1');
    const bodyAt = received.indexOf('\r\n\r\n') + 4;
    if (bodyAt < 4 || received.length < bodyAt + Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)) return;
    const number = Number(/revision (\d+)/.exec(received)?.[1]);
    received = '';
    if (cancelled.has(number)) late.push(number);
    busy.set(number, socket);
    socket.once('close', () => busy.delete(number));
    take(new Reply(socket, 'openai', number), number);
  });
}

function take(reply: Reply, number: number): void {
  const phase = phases[number % phases.length];
  if (phase === 'after the headers')
    reply.head(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
  if (phase === 'after text') reply.half('', 'open');
  if (phase === 'between two tries') {
    reply.refuse(503);
    busy.delete(number);
  }
  arrivals.get(number)?.();
}

/** Asks, cancels up to 10 ms after the request has arrived, or up to 2 ms after asking, and waits for the connection's end. */
async function cancelOne(
  number: number,
  ask: (signal: AbortSignal) => Promise<unknown>,
  found: Cancels & { closedMs: number[]; asComplete: number },
) {
  const stop = new AbortController();
  const arrived = new Promise<void>(resolve => arrivals.set(number, resolve));
  const ended = ask(stop.signal).then(
    () => true,
    () => false,
  );
  if (chanceOf(number, 1) < 0.2) await pause(2 * chanceOf(number, 2));
  else await arrived.then(() => pause(10 * chanceOf(number, 2)));
  const socket = busy.get(number);
  const closed = socket && new Promise(resolve => socket.once('close', resolve));
  const at = performance.now();
  cancelled.add(number);
  stop.abort(new Failure('cancelled'));
  if (closed) {
    await closed;
    found.closedMs.push(performance.now() - at);
  }
  if (await ended) found.asComplete += 1;
}

const pause = (delayMs: number): Promise<void> => new Promise(resolve => setTimeout(resolve, delayMs));

const nothing = () => ({ closedMs: [] as number[], asComplete: 0, late: 0 });

async function play(port: number): Promise<Readonly<Record<'steadfast' | 'sdk' | 'control', Cancels>>> {
  const circuits = new Circuits(clock, () => breakerOptions);
  const { ask: steadfast, targets } = householdOf([sourceAt('openai', `http://127.0.0.1:${port}/v1`)], { circuits });
  const sdk = bareSdk('openai', `http://127.0.0.1:${port}/v1`, { hearsSignal: true });
  const found = { steadfast: nothing(), sdk: nothing(), control: nothing() };
  for (let round = 1; round <= rounds; round += 1) {
    const [first, second, third] = [3 * round, 3 * round + 1, 3 * round + 2];
    targets.forEach(target => circuits.reset(target)); // what was not cancelled in time has failed
    await cancelOne(
      first,
      signal => steadfast(questionOf(asking, first, { signal, onEvent: () => undefined })),
      found.steadfast,
    );
    await cancelOne(second, signal => sdk(questionOf(asking, second, { signal }), () => undefined), found.sdk);
    await cancelOne(third, signal => bareSocket(port, third, signal), found.control);
  }
  await pause(50);
  for (const number of late) found[sides[number % 3] ?? 'control'].late += 1;
  return found;
}

const sides = ['steadfast', 'sdk', 'control'] as const;

/** A socket that is destroyed when it is told to: nothing can be faster. */
async function bareSocket(port: number, number: number, signal: AbortSignal): Promise<never> {
  const socket = connect(port, '127.0.0.1');
  const body = `revision ${number}`;
  socket.write(`POST / HTTP/1.1\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  await once(signal, 'abort');
  socket.destroy();
  throw new Failure('cancelled');
}

endWithParent();
goFirst();
const server = createServer(serve);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
leaveWith(await play((server.address() as AddressInfo).port));
