import type { Clock } from '../../../src/core/model/clock.ts';
import { systemClock } from '../../../src/libraries/systemClock.ts';
import { serverText } from '../../../src/providers/errors/serverText.ts';
import { refusedResponse } from '../../../src/providers/http/refusedResponse.ts';
import { checkBaseUrl } from '../../../src/providers/http/address.ts';
import { readModels } from '../../../src/providers/listModels.ts';
import { AnswerBuilder } from '../../../src/providers/wire/answerBuilder.ts';
import { anthropicWire } from '../../../src/providers/wire/anthropicWire.ts';
import { LoopWatch } from '../../../src/providers/wire/loopWatch.ts';
import { openaiWire } from '../../../src/providers/wire/openaiWire.ts';
import { readAnswer } from '../../../src/providers/wire/readAnswer.ts';
import type { ForeignReader } from './foreignReader.ts';

/** Its timers keep the process alive. */
export const lastingClock: Clock = {
  ...systemClock,
  after: (delayMs, due) => {
    const timer = setTimeout(due, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A Failure is an answer too. */
const quietly = async (read: () => unknown): Promise<unknown> => {
  try {
    return await read();
  } catch (error) {
    return error;
  }
};

/** A body that comes piece by piece, as from the network. */
function bodyOf(text: string): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise(resolve => setImmediate(resolve));
      if (at >= text.length) return controller.close();
      controller.enqueue(new TextEncoder().encode(text.slice(at, (at += 16 * 1024))));
    },
  });
}

const wires = { openai: openaiWire, anthropic: anthropicWire };
type WireName = keyof typeof wires;

function answered(wire: WireName, body: string, type: string): Promise<unknown> {
  const response = new Response(bodyOf(body), { headers: { 'content-type': type } });
  const reader = wires[wire](new AnswerBuilder(() => undefined, 4_000), 'sk-test');
  return quietly(() => readAnswer(response, reader, lastingClock));
}

/** Documents in which a text stands where the answer does. */
const documents: Readonly<Record<WireName, (text: string) => unknown>> = {
  openai: content => ({ choices: [{ index: 0, message: { content }, finish_reason: 'stop' }], usage: {} }),
  anthropic: text => ({ content: [{ type: 'text', text }], stop_reason: 'end_turn', usage: {} }),
};

const ofWire = (wire: WireName): readonly ForeignReader[] => [
  {
    name: `stream, ${wire}`,
    limit: 1024 * 1024,
    grammars: ['stream', 'lines'],
    read: text => answered(wire, `data: {}\n\n${text}`, 'text/event-stream'),
  },
  {
    name: `document, ${wire}`,
    limit: 2_000_000, // a longer one is refused
    grammars: ['data', 'lines'],
    read: text => answered(wire, `{${text}`, 'application/json'),
  },
  {
    name: `document around a text, ${wire}`,
    limit: 256 * 1024,
    grammars: ['markdown', 'lines', 'data'],
    given: text => JSON.stringify(documents[wire](text)),
    read: text => answered(wire, text, 'application/json'),
  },
];

const refused = (body: string): Promise<unknown> => {
  const address = checkBaseUrl('https://api.example.com/v1');
  const response = new Response(bodyOf(body), { status: 400 });
  return quietly(() => refusedResponse(response, { address, key: 'sk-test', learn: () => undefined }, lastingClock));
};

/** Readers of what a server writes. */
export const wireReaders: readonly ForeignReader[] = [
  ...(['openai', 'anthropic'] as const).flatMap(ofWire),
  {
    name: 'error of a server',
    limit: 64 * 1024,
    grammars: ['keys', 'data', 'lines'],
    read: refused,
  },
  {
    name: 'error of a server around a text',
    limit: 64 * 1024,
    grammars: ['keys', 'lines'],
    given: text => JSON.stringify({ error: { message: text, code: text, type: text, param: text } }),
    read: refused,
  },
  {
    name: 'text of a server',
    limit: 64 * 1024,
    grammars: ['keys', 'lines'],
    read: text => serverText(text, 'sk-test'),
  },
  {
    name: 'list of models',
    limit: 100_000,
    grammars: ['data', 'keys', 'lines'],
    read: text => quietly(() => readModels(rowsOf(text), undefined)),
  },
  {
    name: 'base URL',
    limit: 64 * 1024,
    grammars: ['keys', 'lines', 'rules'],
    read: text => quietly(() => checkBaseUrl(`https://${text}`)),
  },
  { name: 'loop of an answer', limit: 64_000, grammars: ['lines'], read: text => new LoopWatch().runsOn(text) },
];

/** As many rows as there are lines. */
const rowsOf = (text: string): unknown => text.split('\n').map((line, at) => ({ id: `${line}${at}` }));
