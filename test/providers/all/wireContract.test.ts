import { suite, test } from 'node:test';
import type { FailureKind } from '../../../src/core/model/failure.ts';
import { providerOf } from '../asked.ts';
import { portsWith, targetAt } from '../asking.ts';
import { contractOf } from '../contract.ts';
import type { Script, Subject, ContractWorld } from '../contract.ts';
import { payloadsOf, startPeer, toEvents } from '../wire.ts';
import type { PeerExchange, WireName } from '../wire.ts';

/** How a peer causes each kind of failure, on either wire. */
const causes: Partial<Record<FailureKind, (exchange: PeerExchange, wire: WireName) => void>> = {
  auth: exchange => refuse(exchange, 401, { type: 'authentication_error', code: 'invalid_api_key' }),
  quota: exchange => refuse(exchange, 402, { type: 'billing_error' }),
  'not-found': exchange => refuse(exchange, 404, { type: 'not_found_error', code: 'model_not_found' }),
  conflict: exchange => refuse(exchange, 409, {}),
  'context-too-long': exchange => refuse(exchange, 413, {}),
  'rate-limited': exchange => refuse(exchange, 429, { type: 'rate_limit_error' }),
  'bad-request': exchange => refuse(exchange, 400, { type: 'invalid_request_error' }),
  server: exchange => refuse(exchange, 500, { type: 'api_error' }),
  overloaded: exchange => refuse(exchange, 529, { type: 'overloaded_error' }),
  'gateway-timeout': exchange => refuse(exchange, 504, {}),
  'unsupported-parameter': exchange =>
    refuse(exchange, 400, { type: 'invalid_request_error', message: 'odd: Extra inputs are not permitted' }),
  redirected: ({ reply }) => reply(307, { location: 'http://127.0.0.1:9/elsewhere' }),
  'not-the-api': ({ reply }) => reply(200, { 'content-type': 'text/html' }, '<html>log in</html>'),
  reset: ({ socket }) => socket.resetAndDestroy(),
  'wrong-protocol': ({ socket }) => socket.end('SSH-2.0-practice\r\n'),
  empty: ({ reply }) => reply(204, {}),
  truncated({ stream, chunk, end }, wire) {
    stream();
    chunk(
      toEvents(wire, payloadsOf(wire, ['Hello']).slice(0, wire === 'openai' ? 1 : 2)).replace('data: [DONE]\n\n', ''),
    );
    end();
  },
  malformed({ stream, chunk, end }) {
    stream();
    chunk('data: {"choices": [\n\n');
    end();
  },
  'too-large'({ stream, chunk, socket }) {
    stream();
    socket.on('error', () => undefined);
    chunk(`data: ${'x'.repeat(1_100_000)}`);
  },
};

function refuse({ reply }: PeerExchange, status: number, error: object): void {
  reply(
    status,
    { 'content-type': 'application/json' },
    JSON.stringify({ type: 'error', error: { message: 'No.', ...error } }),
  );
}

function follow(script: Script, exchange: PeerExchange, wire: WireName): void {
  if (script.does === 'fail') return causes[script.kind]?.(exchange, wire);
  if (script.does === 'answer') {
    exchange.stream();
    exchange.chunk(toEvents(wire, payloadsOf(wire, script.pieces, script.thoughts)));
    return exchange.end();
  }
  if (script.after.length === 0) return;
  exchange.stream();
  const begun = payloadsOf(wire, script.after).slice(0, script.after.length + (wire === 'anthropic' ? 1 : 0));
  exchange.chunk(toEvents(wire, begun).replace('data: [DONE]\n\n', ''));
}

async function openWorld(provider: string, wire: WireName): Promise<ContractWorld> {
  let script: Script = { does: 'hang', after: [] };
  let open: () => void;
  const opened = new Promise<void>(resolve => (open = resolve));
  const peer = await startPeer(exchange => {
    open();
    follow(script, exchange, wire);
  });
  const target = targetAt(provider, `${peer.origin}/v1`, { parameters: { odd: true } });
  const ask = providerOf(provider).createAsk(target, portsWith());
  return {
    ask,
    target: target.id,
    play: next => void (script = next),
    calls: () => peer.requests.length,
    called: () => opened,
    hungUp: () => peer.allClosed(),
    end: () => peer.stop(),
  };
}

const subjects: readonly (readonly [provider: string, wire: WireName])[] = [
  ['openai', 'openai'],
  ['openai-compatible', 'openai'],
  ['anthropic', 'anthropic'],
];

for (const [provider, wire] of subjects) {
  const subject: Subject = {
    open: () => openWorld(provider, wire),
    failures: Object.keys(causes) as FailureKind[],
    thinks: true,
  };
  suite(`${provider} keeps the contract`, () => {
    for (const { title, holds } of contractOf(subject)) {
      test(title, async () => {
        const world = await subject.open();
        try {
          await holds(world);
        } finally {
          await world.end();
        }
      });
    }
  });
}
