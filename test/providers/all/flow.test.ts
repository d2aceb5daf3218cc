import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Clock } from '../../../src/core/model/clock.ts';
import { AnswerBuilder } from '../../../src/providers/wire/answerBuilder.ts';
import { openaiWire } from '../../../src/providers/wire/openaiWire.ts';
import { readAnswer } from '../../../src/providers/wire/readAnswer.ts';
import { failureOf } from '../../support/scripted.ts';
import { answerFrom, withPeer } from '../asked.ts';
import type { Asking } from '../asked.ts';
import { clock, questionWith } from '../asking.ts';
import { payloadsOf, toEvents } from '../wire.ts';
import type { PeerReply, WireName } from '../wire.ts';

/** Real time, but what is due in seconds is due at once. */
const hasty: Clock = { ...clock, after: (delayMs, due) => clock.after(delayMs / 100, due) };
/** Real time, in which nothing ever falls due. */
const patient: Clock = { ...clock, after: () => () => undefined };
const good = (wire: WireName) => toEvents(wire, payloadsOf(wire, ['Hello']));

const openEnded =
  (text: string): PeerReply =>
  ({ stream, chunk }) => {
    stream();
    chunk(text);
  };

for (const wire of ['openai', 'anthropic'] as const) {
  suite(`on the ${wire} wire`, () => {
    test('the end mark ends the answer, and a connection that stays open behind it is closed', async () => {
      await withPeer({ wire, reply: openEnded(good(wire)) }, async ({ ask, peer }) => {
        assert.equal((await ask()).text, 'Hello');
        await peer.allClosed();
      });
    });

    test('a server that never stops talking behind its end mark is hung up on', async () => {
      const reply: PeerReply = exchange => {
        openEnded(good(wire))(exchange, 1);
        const talk = setInterval(() => exchange.chunk(': still here\n\n'), 1);
        exchange.socket.once('close', () => clearInterval(talk));
      };
      const play = async ({ ask, peer }: Asking) => {
        assert.equal((await ask()).text, 'Hello');
        await peer.allClosed();
      };
      await withPeer({ wire, reply, ports: { clock: patient } }, play);
    });

    test('one connection serves one question after the other', async () => {
      const ports = new Set<number | undefined>();
      let ended: Promise<void> = Promise.resolve();
      const reply: PeerReply = exchange => {
        ports.add(exchange.socket.remotePort);
        openEnded(good(wire))(exchange, 1);
        ended = new Promise(resolve => setTimeout(resolve, 5)).then(() => exchange.end());
      };
      const play = async ({ ask }: Asking) => {
        for (let times = 0; times < 5; times++) {
          await ask();
          await ended;
          for (let turns = 0; turns < 5; turns++) await new Promise(resolve => setTimeout(resolve, 2));
        }
      };
      await withPeer({ wire, reply, ports: { clock: patient } }, play);
      assert.equal(ports.size, 1);
    });

    test('a failure closes its connection', async () => {
      await withPeer({ wire, reply: openEnded('data: {"a":\n\n') }, async ({ ask, peer }) => {
        assert.equal((await failureOf(ask())).kind, 'malformed');
        await peer.allClosed();
      });
    });

    test('a refusal in the midst of a stream closes its connection', async () => {
      const refusal = 'data: {"type":"error","error":{"type":"content_filter","message":"Not this."}}\n\n';
      await withPeer({ wire, reply: openEnded(refusal) }, async ({ ask, peer }) => {
        const { finish, text } = await ask();
        assert.deepEqual([finish, text], ['refused', 'Not this.']);
        await peer.allClosed();
      });
    });
  });
}

const complete = 'data: {"choices":[{"delta":{"content":"Hello"},"finish_reason":"stop"}]}\n\n';

suite('an answer that is complete but for its counts', () => {
  test('does not wait for them for ever', async () => {
    const { text, usage } = await answerFrom('openai', openEnded(complete), { ports: { clock: hasty } });
    assert.deepEqual([text, usage.exact], ['Hello', false]);
  });

  test('stands when the connection is lost', async () => {
    const reply: PeerReply = exchange => {
      openEnded(complete)(exchange, 1);
      setTimeout(() => exchange.socket.resetAndDestroy(), 20);
    };
    assert.equal((await answerFrom('openai', reply)).text, 'Hello');
  });
});

test('a hundred thousand events in one piece leave the event loop its turns', async () => {
  const piece = new TextEncoder().encode(
    'data: {"choices":[{"delta":{"content":"a"}}]}\n\n'.repeat(100_000) + complete,
  );
  const body = ReadableStream.from([piece]) as ReadableStream<Uint8Array>;
  const draft = new AnswerBuilder(() => undefined, 100_000);
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  await readAnswer(
    { body, headers: new Headers({ 'content-type': 'text/event-stream' }) },
    openaiWire(draft, undefined),
    clock,
  );
  clearInterval(turning);
  assert.equal(draft.text.length, 100_005);
  assert.ok(turns >= 5);
});

test('events that have waited for another id leave the event loop its turns when none has come', async () => {
  const piece = new TextEncoder().encode('id: 1\ndata: {}\n\n'.repeat(100));
  const body = ReadableStream.from([piece]) as ReadableStream<Uint8Array>;
  let [turns, ms] = [0, 0];
  let turning = setImmediate(function turn() {
    turns += 1;
    turning = setImmediate(turn);
  });
  const seen = new Set<number>();
  const event = () => {
    seen.add(turns);
    return 'closing' as const;
  };
  const headers = new Headers({ 'content-type': 'text/event-stream' });
  const busy: Clock = { ...patient, now: () => (ms += 1) };
  await readAnswer({ body, headers }, { event, whole: () => undefined }, busy);
  clearImmediate(turning);
  assert.ok(seen.size > 10, `${seen.size} stretches of 100 events, at 1 ms each`);
});

test('thinking without an end is stopped', () => {
  const draft = new AnswerBuilder(() => undefined, 100);
  const think = () => {
    for (let mebibytes = 0; mebibytes < 6; mebibytes += 1) draft.addThinking('x'.repeat(2 ** 20));
  };
  assert.throws(think, { kind: 'too-large' });
});

test('a question can be cancelled at any moment without a rejection that nobody hears', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  const slow: PeerReply = ({ stream, chunk, end }) => {
    setTimeout(stream, 2);
    setTimeout(() => chunk(good('anthropic')), 4);
    setTimeout(end, 6);
  };
  await withPeer({ wire: 'anthropic', reply: slow }, async ({ ask }) => {
    for (let delayMs = 0; delayMs < 12; delayMs += 0.5) {
      const stop = new AbortController();
      const asked = ask({ signal: stop.signal }).catch((error: unknown) => error);
      setTimeout(() => stop.abort(new Error('cancelled')), delayMs);
      await asked;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  });
  process.off('unhandledRejection', hear);
  assert.deepEqual(unheard, []);
});

test('a key store that never answers does not hold a question that is cancelled', async () => {
  const reason = new Error('cancelled');
  const ports = { key: () => new Promise<undefined>(() => undefined) };
  const stop = new AbortController();
  setImmediate(() => stop.abort(reason));
  await assert.rejects(
    answerFrom('openai', openEnded(''), { ports, question: questionWith({ signal: stop.signal }) }),
    reason,
  );
});
