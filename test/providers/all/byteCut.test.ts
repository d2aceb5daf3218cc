import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { AnswerBuilder } from '../../../src/providers/wire/answerBuilder.ts';
import { anthropicWire } from '../../../src/providers/wire/anthropicWire.ts';
import { openaiWire } from '../../../src/providers/wire/openaiWire.ts';
import { readAnswer } from '../../../src/providers/wire/readAnswer.ts';
import { clock, questionWith, targetAt } from '../asking.ts';
import { recordings, toEvents } from '../wire.ts';
import type { WireName } from '../wire.ts';

const wires = { openai: openaiWire, anthropic: anthropicWire };
const target = targetAt('openai', 'http://127.0.0.1:1/v1');
const question = questionWith();
Error.stackTraceLimit = 0; // tens of thousands of failures are made here, and nobody reads their stacks

const headers = new Headers({ 'content-type': 'text/event-stream' });

/** What becomes of a body that arrives in these pieces: its text and finish, or the kind of failure. */
async function outcomeOf(wire: WireName, pieces: readonly Uint8Array[]): Promise<string> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const draft = new AnswerBuilder(() => undefined, 100);
  try {
    await readAnswer({ body, headers }, wires[wire](draft, undefined), clock);
    const { text, finish } = draft.answer(target, question);
    return `${finish}: ${text}`;
  } catch (error) {
    if (error instanceof Failure) return `failed as ${error.kind}`;
    throw error;
  }
}

/** A sequence of numbers in [0, 1) that is the same on every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function* cutAtRandom(bytes: Uint8Array, longest: number, random: () => number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + Math.floor(random() * longest);
    yield bytes.subarray(at, end);
    at = end;
  }
}

/** A long stream without most of its middle: still real events, but few enough to cut at every byte. */
function condensed(payloads: readonly string[]): readonly string[] {
  return payloads.length <= 12 ? payloads : [...payloads.slice(0, 4), ...payloads.slice(-6)];
}

/** Every byte; of a stream that is still long, every byte of its end and every fourth before. */
function cutsOf(length: number): readonly number[] {
  return Array.from({ length }, (_, at) => at).filter(at => at % 4 === 0 || at > length - 1000);
}

const encode = (text: string) => new TextEncoder().encode(text);

for (const wire of ['openai', 'anthropic'] as const) {
  for (const { name, payloads } of recordings(wire)) {
    suite(`the recorded stream ${wire}/${name}`, () => {
      const short = encode(toEvents(wire, condensed(payloads)));
      const long = encode(toEvents(wire, payloads));

      test('reads the same however it is cut into pieces', async () => {
        const whole = await outcomeOf(wire, [long]);
        for (const longest of [20, 300, 5000]) {
          assert.equal(await outcomeOf(wire, [...cutAtRandom(long, longest, sequence(longest))]), whole);
        }
      });

      test('reads the same whatever ends its lines, byte by byte too', async () => {
        const whole = await outcomeOf(wire, [short]);
        for (const lineEnd of ['\n', '\r\n', '\r']) {
          const written = `\ufeff: hello\n${toEvents(wire, condensed(payloads))}`.replaceAll('\n', lineEnd);
          for (const longest of [1, 7, 300]) {
            const pieces = [...cutAtRandom(encode(written), longest, sequence(longest))];
            assert.equal(await outcomeOf(wire, pieces), whole);
          }
        }
      });

      test('broken off at any byte, is the whole answer or a failure, never less of the answer', async () => {
        const whole = await outcomeOf(wire, [short]);
        const seen = new Set<string>();
        for (const cut of cutsOf(short.length)) seen.add(await outcomeOf(wire, [short.subarray(0, cut)]));
        const allowed = new Set([whole, 'failed as truncated', 'failed as malformed']);
        assert.deepEqual(
          [...seen].filter(outcome => !allowed.has(outcome)),
          [],
        );
        assert.ok(seen.has('failed as truncated'));
      });
    });
  }
}
