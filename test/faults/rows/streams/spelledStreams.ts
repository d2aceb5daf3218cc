import { flushed, streaming, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';
import { event, streamHead, withEvent } from './streamParts.ts';

/** A text with characters of two, three and four bytes. */
const wideText = 'Köln: 5 € 😀';

/** An answer of which nothing but its spelling is changed. */
const spelled = (spell: (events: string) => string | Buffer): Play =>
  streaming(wire => [spell(wire.events(wire.payloads()))]);

const spellings: Readonly<Record<string, (events: string) => string | Buffer>> = {
  'CR only': events => events.replaceAll('\n', '\r'),
  CRLF: events => events.replaceAll('\n', '\r\n'),
  'no space after the colon': events => events.replaceAll(/^(data|event): /gm, '$1:'),
  'a byte order mark': events => `\ufeff${events}`,
  comments: events => events.replaceAll('\n\n', '\n\n: comment\n\n'),
  'id and retry': events => events.replaceAll(/^data/gm, 'id: 7\nretry: 100\ndata'),
  'data on several lines': events => events.replaceAll(/^data: \{/gm, 'data: {\ndata: '),
};

/** V. Streams that look odd and must be read all the same, or are more than anybody can read, F107 to F111. */
export const spelledStreamRows: readonly Row[] = [
  {
    id: 'F107',
    title:
      'bytes that are no UTF-8 are shown as what they are, do not end the answer, and keep it from being remembered',
    serve: spelled(events => Buffer.from(events.replace('adds', 'ad\u00ffs'), 'latin1')),
    alone: { requests: 1, text: 'It ad\ufffds.', stored: false },
  },
  {
    id: 'F108',
    variant: '1-byte chunks',
    title: 'where the pieces of a stream are cut changes nothing',
    serve: wire => exchange => {
      exchange.head(200, streamHead);
      const bytes = Buffer.from(wire.events(wire.payloads([wideText])).replaceAll('\n', '\r\n'));
      for (const byte of bytes) exchange.chunk(Buffer.of(byte));
      exchange.end();
    },
    alone: { requests: 1, text: wideText },
    watched: { requests: 1, text: wideText, shown: wideText },
  },
  ...[2, 3, 7, 61].map((length): Row => ({
    id: 'F108',
    variant: `${length} bytes at a time`,
    title: 'where the pieces of a stream are cut changes nothing',
    serve: streaming(wire => pieces(Buffer.from(wire.events(wire.payloads([wideText]))), length)),
    alone: { requests: 1, text: wideText },
  })),
  ...Object.entries(spellings).map(([variant, spell]): Row => ({
    id: 'F109',
    variant,
    title: 'every spelling that the format allows is understood',
    serve: spelled(spell),
    alone: { requests: 1 },
  })),
  {
    id: 'F110',
    title: 'a line without end is cut at 1 MiB, and the connection closed',
    serve: () => async exchange => {
      exchange.head(200, streamHead);
      exchange.chunk('data: {"a":"');
      for (let kilobytes = 0; kilobytes < 65_536 && !exchange.socket.destroyed; kilobytes += 64) {
        exchange.chunk('x'.repeat(65_536));
        await flushed(exchange);
      }
    },
    alone: { requests: 1, ends: 'too-large', code: 'event', trips: 1, spent: 'input' },
    backup: { requests: 1, code: 'event', trips: 1, spent: 'input' },
  },
  {
    id: 'F111',
    title: 'a million events at once are read without stopping the editor',
    wires: ['openai', 'anthropic'],
    serve: withEvent(wire => (wire.protocol === 'openai' ? 'data: {}\n\n' : event({ type: 'ping' })).repeat(1_000_000)),
    world: { flowing: true, quietTurns: 50, totalMs: 600_000 },
    alone: { requests: 1 },
  },
];

function pieces(bytes: Buffer, length: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.subarray(at * length, (at + 1) * length),
  );
}
