import type { Clock } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { likelyBaseUrl } from '../../../src/core/model/likelyBaseUrl.ts';
import type { Endpoint } from '../../../src/core/model/provider.ts';
import { hasUnopenedThoughts, meantIn, withoutThoughts } from '../../../src/core/thoughts/thoughts.ts';
import { systemClock } from '../../../src/libraries/systemClock.ts';
import { withLikelyAddress } from '../../../src/providers/errors/likelyAddress.ts';
import { serverText } from '../../../src/providers/errors/serverText.ts';
import { refusedResponse } from '../../../src/providers/http/refusedResponse.ts';
import { checkBaseUrl } from '../../../src/providers/http/address.ts';
import { readModels } from '../../../src/providers/listModels.ts';
import { AnswerBuilder } from '../../../src/providers/wire/answerBuilder.ts';
import { anthropicWire } from '../../../src/providers/wire/anthropicWire.ts';
import { callInText } from '../../../src/providers/wire/callInText.ts';
import { JoinedText } from '../../../src/providers/wire/joinedText.ts';
import { LoopWatch } from '../../../src/providers/wire/loopWatch.ts';
import { openaiWire } from '../../../src/providers/wire/openaiWire.ts';
import { readAnswer } from '../../../src/providers/wire/readAnswer.ts';
import { ShownText } from '../../../src/providers/wire/shownText.ts';
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
export const quietly = async (read: () => unknown): Promise<unknown> => {
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

const answer = 64_000;
const longQuestion = 'a line of code;\n'.repeat(10_000);
const thoughts = ['thoughts', 'lines', 'markdown'];
const endpoint: Endpoint = {
  provider: 'openai',
  origin: 'https://a.example',
  baseUrl: '',
  auth: 'none',
  loopback: false,
};

/** In pieces of a token. */
const piecesOf = (text: string): readonly string[] => text.match(/[^]{1,4}/g) ?? [];

function shownOf(text: string, expectsUnopened: boolean): unknown {
  const shown = new ShownText(() => false, expectsUnopened);
  return piecesOf(text).map(piece => shown.take(piece).text.length);
}

function joinedOf(text: string): unknown {
  const joined = new JoinedText();
  for (const piece of piecesOf(text)) joined.add(piece);
  return joined.text.length;
}

/** Separates pieces; it stands in none of them. */
const pieceEnd = '\u001e';

/** Pieces of which each begins with the one before, as long together as the text. */
function growing(text: string): string {
  const pieces: string[] = [];
  for (let size = 0, length = 64; size < text.length; length += 64) {
    pieces.push(text.slice(0, length));
    size += length;
  }
  return pieces.join(pieceEnd);
}

function joinedLines(text: string): unknown {
  const joined = new JoinedText();
  for (const piece of text.split(pieceEnd)) joined.add(piece);
  return joined.text.length;
}

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
  {
    name: 'base URL that is likely meant',
    limit: 64 * 1024,
    grammars: ['addresses', 'keys', 'lines'],
    read: text => [text, `https://a.example/${text}`].map(likelyBaseUrl),
  },
  {
    name: 'failure of a likely address',
    limit: 64 * 1024,
    grammars: ['addresses', 'keys', 'lines'],
    read: text => withLikelyAddress(new Failure('not-the-api'), { ...endpoint, baseUrl: `https://a.example/${text}` }),
  },
  { name: 'thoughts of an answer', limit: answer, grammars: thoughts, read: text => withoutThoughts(text) },
  {
    name: 'thoughts of an answer to a long question',
    limit: answer,
    grammars: thoughts,
    read: text => withoutThoughts(text, meantIn([longQuestion])),
  },
  {
    name: 'thoughts without a beginning',
    limit: answer,
    grammars: thoughts,
    read: text => hasUnopenedThoughts(text, () => false),
  },
  { name: 'call in the text of an answer', limit: answer, grammars: ['lines', 'thoughts'], read: callInText },
  { name: 'text that is shown', limit: answer, grammars: thoughts, read: text => shownOf(text, false) },
  { name: 'text that is held back', limit: answer, grammars: thoughts, read: text => shownOf(text, true) },
  { name: 'text that is joined', limit: answer, grammars: ['lines', 'words'], read: joinedOf },
  { name: 'text that grows', limit: answer, grammars: ['lines', 'words'], given: growing, read: joinedLines },
  { name: 'loop of an answer', limit: 64_000, grammars: ['lines'], read: text => new LoopWatch().runsOn(text) },
];

/** As many rows as there are lines. */
const rowsOf = (text: string): unknown => text.split('\n').map((line, at) => ({ id: `${line}${at}` }));
