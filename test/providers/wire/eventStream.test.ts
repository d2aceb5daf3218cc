import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { EventStream } from '../../../src/providers/wire/eventStream.ts';

/** The events of a text that comes in these pieces, as 'name=data', the unfinished last one too. */
function read(...pieces: readonly string[]): readonly string[] {
  const stream = new EventStream();
  const events: string[] = [];
  for (const piece of pieces) {
    stream.push(piece);
    for (let event = stream.next(); event; event = stream.next()) events.push(`${event.name}=${event.data}`);
  }
  return [...events, ...stream.end().map(({ name, data }) => `${name}=${data}`)];
}

const numbered = (id: number, data: string): string => `id: ${String(id)}\ndata: ${data}\n\n`;

const table: readonly (readonly [title: string, pieces: readonly string[], events: readonly string[]])[] = [
  ['has an event for each blank line', ['data: a\n\ndata: b\n\n'], ['=a', '=b']],
  ['needs no space behind the colon, and takes one away', ['data:a\n\ndata:  b\n\n'], ['=a', '= b']],
  ['knows the names of events, each for one event', ['event: x\ndata: a\n\ndata: b\n\n'], ['x=a', '=b']],
  ['joins the lines of one event', ['data: a\ndata: b\n\n'], ['=a\nb']],
  ['passes over comments, ids and retry times', [': hi\nid: 1\nretry: 5\ndata: a\n\n:\n\n'], ['=a']],
  ['takes CRLF cut in two', ['data: a\r', '\n\r', '\ndata: b\r\n\r\n'], ['=a', '=b']],
  ['takes a CRLF cut in two inside an event', ['data: a\r', '\ndata: b\r\n\r\n'], ['=a\nb']],
  ['takes CR alone, at the very end too', ['data: a\r\rdata: b\r\r'], ['=a', '=b']],
  ['takes a last event without its blank line', ['data: a\n\ndata: b\n'], ['=a', '=b']],
  ['takes a last event without any line end', ['data: a\n\nda', 'ta: b'], ['=a', '=b']],
  ['drops an event that is sent twice with one id', [`${numbered(6, 'a')}${numbered(7, 'b').repeat(2)}`], ['=a', '=b']],
  ['keeps different events with one id', ['id: 7\ndata: a\n\nid: 7\ndata: b\n\n'], ['=a', '=b']],
  ['keeps equal events without an id', ['data: a\n\ndata: a\n\n'], ['=a', '=a']],
  ['takes a field without a colon as one without a value', ['event: x\nevent\ndata: a\n\n'], ['=a']],
  [
    'takes an id without a colon as none',
    [`${numbered(6, 'a')}id: 7\ndata: b\n\nid: 7\nid\ndata: b\n\n`],
    ['=a', '=b', '=b'],
  ],
  ['makes nothing of a name without data', ['event: x\n\ndata: a\n\n'], ['=a']],
];

suite('an event stream', () => {
  for (const [title, pieces, events] of table) test(title, () => assert.deepEqual(read(...pieces), events));

  test('tells the first line that is not of an event stream', () => {
    const stream = new EventStream();
    stream.push('data: a\nupstream connect error\nmore\n');
    stream.next();
    assert.equal(stream.stray, 'upstream connect error');
  });

  test('does not take a field that was cut for a stray line', () => {
    const stream = new EventStream();
    stream.push('data: a\n\neve');
    stream.next();
    stream.end();
    assert.equal(stream.stray, undefined);
  });

  const endless = (piece: string) => () => {
    const stream = new EventStream();
    for (let times = 0; times < 300_000; times++) {
      stream.push(piece);
      while (stream.next());
    }
  };
  const tooLarge = (error: unknown) => error instanceof Failure && error.kind === 'too-large';

  test('refuses a line without end, however small its pieces', () => {
    assert.throws(endless('x'.repeat(10)), tooLarge);
  });
  test('refuses an event without end', () => assert.throws(endless('data: aaaaaaaaaa\n'), tooLarge));
  test('refuses events without end', () => assert.throws(endless('data: a\n\n'.repeat(8)), tooLarge));
  test('refuses one huge line', () => assert.throws(() => read(`data: ${'x'.repeat(2_000_000)}\n\n`), tooLarge));
});
