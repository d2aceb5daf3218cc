import { gzipSync } from 'node:zlib';
import { streamOf } from '../../support/streams.ts';
import type { Reply } from './reply.ts';

/** What a stream can do to who reads it, by its fault row. */
export type HostileId = 'F79' | 'F110' | 'F111' | 'F121';

/** No hostile stream: an ordinary answer of 20 000 words. Whoever has read it has a heap of its working size. */
export const longAnswer = 'long';

const megabyte = 1024 * 1024;
const stream = { 'content-type': 'text/event-stream' };

type Play = (reply: Reply) => void;

/** How each is played, on the OpenAI wire. */
export const hostilePlays: ReadonlyMap<string, Play> = new Map<HostileId | typeof longAnswer, Play>([
  [longAnswer, reply => reply.events(streamOf('openai', ' tokens'.repeat(20_000)).join(''))],
  ['F79', reply => reply.document(200, bomb(), { ...stream, 'content-encoding': 'gzip' })],
  ['F110', reply => void endlessLine(reply)],
  ['F111', reply => void tinyEvents(reply)],
  ['F121', reply => reply.events(`data: {"choices":${'['.repeat(deep)}${']'.repeat(deep)}}\n\n`)],
]);

/** In words, for the table. */
export const hostileTitles: Readonly<Record<HostileId, string>> = {
  F79: 'gzip bomb, 200 KB to 200 MB',
  F110: 'one line of 64 MB',
  F111: 'a million tiny events',
  F121: 'JSON 200 000 deep',
};

const deep = 200_000;

let packed: Buffer | undefined;
const bomb = (): Buffer => (packed ??= gzipSync(`data: ${'a'.repeat(200 * megabyte)}\n\n`));

async function endlessLine(reply: Reply): Promise<void> {
  reply.head(200, { ...stream, 'transfer-encoding': 'chunked' });
  reply.chunk('data: ');
  await reply.flood('a'.repeat(megabyte / 16), 64 * 16);
}

async function tinyEvents(reply: Reply): Promise<void> {
  reply.head(200, { ...stream, 'transfer-encoding': 'chunked' });
  await reply.flood('data: {"choices":[]}\n\n'.repeat(10_000), 100);
  reply.chunk(streamOf('openai', 'done').join(''));
  reply.raw('0\r\n\r\n');
}
