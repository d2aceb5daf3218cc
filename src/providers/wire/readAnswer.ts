import type { Clock } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import { openBody, readWhole } from '../http/bodyText.ts';
import type { BodyText } from '../http/bodyText.ts';
import { EventStream, type StreamEvent } from './eventStream.ts';
import type { OddEnd } from '../../core/model/answer.ts';
import { parseJson, valuesOfList } from '../../core/shared/parseJson.ts';
import { asObject } from '../errors/json.ts';
import type { Position, WireReader } from './wireReader.ts';

/** Once an answer says that it is complete, more is waited for this long: counts, an end mark, or text after all. */
const countsMs = 3_000;
/** And this long when it has said so before and gone on. */
const doubtedMs = 10_000;
/** Once the end mark has come, the connection may end by itself for this long, so that it can serve again. */
const lingerMs = 200;
/** And may send this many pieces more. */
const lingerPieces = 16;
/** Work between two rests of the event loop, which all extensions share. */
const workMs = 5;

/**
 * Reads a response through a wire's reader, whatever the server made of the request: an event stream, one JSON document,
 * or something else that says it is one of these. Resolves when the answer is complete, with what was odd about its end;
 * throws Failure('truncated') when the body ends before the wire's end mark. Does not close the connection when it throws.
 */
export async function readAnswer(
  response: Pick<Response, 'body' | 'headers'>,
  wire: WireReader,
  clock: Clock,
): Promise<OddEnd | undefined> {
  const body = openBody(response.body);
  const streamed = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  const first = await body.first();
  if (first === undefined) throw new Failure(streamed ? 'truncated' : 'empty');
  if (first === '<') throw new Failure('not-the-api', { code: 'html', sent: 'no' });
  if (first === '{' || first === '[') {
    wire.whole(parseJson(await readWhole(body), valuesOfList)); // with the probability of each token, say
    return undefined;
  }
  const end = await readEvents(body, wire, clock);
  if (end === 'done') linger(body, clock);
  else if (end === 'fault-after-end') body.close();
  return end === 'done' ? undefined : end;
}

/** Of a larger piece so many characters are looked at before the event loop may have its rest: there may be no event in it. */
const atATime = 64 * 1024;

/** How the end came: by the wire's own mark, or otherwise. */
async function readEvents(body: BodyText, wire: WireReader, clock: Clock): Promise<'done' | OddEnd> {
  const events = new EventStream();
  const rest = createRest(clock);
  const silence = createSilence(body, clock);
  let position: Position = 'open';
  try {
    for (let piece = await body.next(); piece !== undefined; piece = await nextPiece(body, position)) {
      rest.workBegins();
      for (let at = 0; at < piece.length; at += atATime) {
        events.push(piece.slice(at, at + atATime));
        for (let event = events.next(); event !== undefined; event = events.next()) {
          const next = eventAfter(position, wire, event);
          if (next === 'done' && position === 'open') refuseStrayError(events.stray, wire);
          if (next === 'done' || next === 'fault-after-end') return next;
          silence.follow(position, next);
          position = next;
          if (rest.isDue()) await rest.take();
        }
        if (rest.isDue()) await rest.take();
      }
      rest.workEnds();
    }
  } finally {
    silence.end();
  }
  rest.workBegins();
  return readEnd(events, wire, { position, rest });
}

/** A server's error that stood there without a frame is why an answer ended without a reason (lemonade-sdk/lemonade#2826). */
function refuseStrayError(stray: string | undefined, wire: WireReader): void {
  const said = stray === undefined ? undefined : asObject(parseJson(stray));
  if (said?.['error'] !== undefined) wire.whole(said);
}

/** What is broken after a whole answer costs a note, not the answer. */
function eventAfter(position: Position, wire: WireReader, event: StreamEvent): Position | 'fault-after-end' {
  try {
    return wire.event(event);
  } catch (error) {
    if (position === 'closing' && error instanceof Failure) return 'fault-after-end';
    throw error;
  }
}

/** Ends a body that has said that it is complete and keeps its connection open. */
function createSilence(body: BodyText, clock: Clock) {
  let cancel = (): void => undefined;
  return {
    follow(before: Position, now: Position): void {
      if (now === before && now !== 'closing-again') return;
      cancel();
      const limitMs = now === 'closing' ? countsMs : doubtedMs;
      cancel = now === 'open' ? () => undefined : clock.after(limitMs, () => body.close());
    },
    end: () => cancel(),
  };
}

/** A connection lost after the answer was complete has only lost its counts. */
async function nextPiece(body: BodyText, position: Position): Promise<string | undefined> {
  try {
    return await body.next();
  } catch (error) {
    if (position === 'closing') return undefined;
    throw error;
  }
}

/** Where a stream stands at the end of its body. */
interface BodyEnd {
  readonly position: Position;
  readonly rest: Rest;
}

/** Takes what has waited, and an event that lacks only its blank line; then the body's end must be the answer's end. */
async function readEnd(events: EventStream, wire: WireReader, { position, rest }: BodyEnd): Promise<'done' | OddEnd> {
  let end = position;
  for (const event of events.end()) {
    if (rest.isDue()) await rest.take(); // all events of an answer may have waited
    const isWhole = event.data.trim() === '[DONE]' || parseJson(event.data) !== undefined;
    const next = isWhole ? eventAfter(end, wire, event) : end;
    if (next === 'done' || next === 'fault-after-end') return next;
    end = next;
  }
  if (end !== 'open') return 'no-end-mark';
  if (events.stray === undefined) throw new Failure('truncated');
  wire.whole(parseJson(events.stray, valuesOfList));
  return 'no-end-mark';
}

type Rest = ReturnType<typeof createRest>;

/** Lets the event loop turn after 5 ms of work, waits between pieces not counted. */
function createRest(clock: Clock) {
  let workedMs = 0;
  let since = 0;
  return {
    workBegins: () => void (since = clock.now() - workedMs),
    workEnds: () => void (workedMs = clock.now() - since),
    isDue: () => clock.now() - since >= workMs,
    async take() {
      await new Promise(resolve => setImmediate(resolve));
      since = clock.now();
    },
  };
}

/** Gives a connection whose answer is complete a moment to end its body, so that it can be used again; then closes it. */
function linger(body: BodyText, clock: Clock): void {
  const cancel = clock.after(lingerMs, () => body.close());
  const drain = async () => {
    for (let pieces = 0; pieces < lingerPieces && (await body.next()) !== undefined; pieces++);
  };
  drain()
    .catch(() => undefined) // the answer is complete; how its connection ends no longer matters
    .finally(() => {
      cancel();
      body.close();
    });
}
