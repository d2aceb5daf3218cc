import { Failure } from '../../core/model/failure.ts';
import { Repeats } from './repeats.ts';

/** One server-sent event. */
export interface StreamEvent {
  readonly data: string;
  /** From `event:`; '' when it has none. */
  readonly name: string;
}

/** Most characters of one event, or of one line (1 MiB). */
const maxEventLength = 1024 * 1024;
/** Most events of one answer; a million tiny ones are still read (F111). */
const maxEvents = 2_000_000;
/** How much is kept of a line that belongs to no event. */
const maxStrayLength = 64 * 1024;

/**
 * Cuts text into server-sent events, wherever the pieces of text are cut. Pulled rather than called back, so that the
 * reader can rest between two events of one large piece. Any line end (LF, CRLF, CR), comments, `id:` and `retry:` are
 * understood. Throws Failure('too-large') beyond the caps.
 */
export class EventStream {
  /** Text not yet cut into lines, from #at on; it holds at least one line end, or nothing. */
  #text = '';
  #at = 0;
  /** The pieces of a line whose end has not come. */
  #unended: string[] = [];
  #unendedLength = 0;
  #hasCarriageReturns = false;
  /** Where the next ends of lines are, if there are carriage returns; Infinity: there is none. */
  #feedAt = -1;
  #returnAt = -1;
  /** The last line ended in CR: a LF that follows belongs to it. */
  #swallowLineFeed = false;
  #data: string | undefined;
  #name = '';
  #id: string | undefined;
  readonly #repeats = new Repeats<StreamEvent>();
  /** Events that are to be told before the next one is read, the last one first; nearly always none. */
  #told: StreamEvent[] = [];
  #count = 0;
  #stray: string | undefined;

  /** The first line that is not of an event stream, as proxies and servers write when they fail; undefined: none. */
  get stray(): string | undefined {
    return this.#stray;
  }

  /** Takes the next piece of text. Call `next` until it has no more before the next push. */
  push(piece: string): void {
    if (this.#swallowLineFeed && piece !== '') {
      this.#swallowLineFeed = false;
      if (piece.startsWith('\n')) piece = piece.slice(1);
    }
    const carriageReturns = piece.includes('\r');
    if (!carriageReturns && !piece.includes('\n')) return this.#keep(piece);
    this.#text = this.#unended.length === 0 ? piece : this.#unended.join('') + piece;
    this.#at = 0;
    this.#feedAt = this.#returnAt = -1;
    this.#hasCarriageReturns = carriageReturns;
    this.#unended = [];
    this.#unendedLength = 0;
  }

  /** The next whole event; undefined: more text is needed. */
  next(): StreamEvent | undefined {
    const waiting = this.#told.pop();
    if (waiting !== undefined) return waiting;
    for (;;) {
      const end = this.#lineEnd();
      if (end < 0) break;
      const from = this.#at;
      this.#at = this.#after(end);
      const event = end === from ? this.#dispatch() : this.#line(this.#text, from, end);
      if (event !== undefined) return event;
    }
    const rest = this.#text.slice(this.#at);
    this.#text = '';
    this.#at = 0;
    if (rest !== '') this.#keep(rest);
    return undefined;
  }

  /** The events that the end of the body has left without a blank line, as some servers end after their last one. */
  end(): readonly StreamEvent[] {
    const line = this.#unended.join('');
    this.#unended = [];
    if (line !== '') this.#line(line, 0, line.length);
    const last = this.#dispatch();
    const told = this.#told.reverse();
    this.#told = [];
    return [...(last === undefined ? [] : [last]), ...told, ...this.#repeats.rest()];
  }

  #keep(piece: string): void {
    this.#unended.push(piece);
    this.#unendedLength += piece.length;
    if (this.#unendedLength > maxEventLength) throw tooLarge('event', maxEventLength);
  }

  #lineEnd(): number {
    if (!this.#hasCarriageReturns) return this.#text.indexOf('\n', this.#at);
    // each is looked for again only when it was passed: among many of the one the other would be looked for each time
    if (this.#feedAt < this.#at) this.#feedAt = this.#placeOf('\n');
    if (this.#returnAt < this.#at) this.#returnAt = this.#placeOf('\r');
    const first = Math.min(this.#feedAt, this.#returnAt);
    return first === Infinity ? -1 : first;
  }

  #placeOf(end: string): number {
    const at = this.#text.indexOf(end, this.#at);
    return at < 0 ? Infinity : at;
  }

  #after(end: number): number {
    if (this.#text.charCodeAt(end) !== carriageReturn) return end + 1;
    if (end + 1 === this.#text.length) this.#swallowLineFeed = true;
    return this.#text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
  }

  #line(text: string, from: number, end: number): undefined {
    if (end - from > maxEventLength) throw tooLarge('event', maxEventLength);
    if (text.charCodeAt(from) === colon) return;
    if (text.startsWith('data:', from)) return this.#addData(text.slice(valueAt(text, from + 5), end));
    if (text.startsWith('data', from) && end === from + 4) return this.#addData(''); // a field without a colon has no value
    if (text.startsWith('event:', from)) this.#name = text.slice(valueAt(text, from + 6), end);
    else if (text.startsWith('error:', from)) this.#addError(text.slice(valueAt(text, from + 6), end));
    else if (text.startsWith('id:', from)) this.#setId(text.slice(valueAt(text, from + 3), end));
    else if (end - from === 5 && text.startsWith('event', from)) this.#name = '';
    else if (end - from === 2 && text.startsWith('id', from)) this.#setId('');
    else if (this.#stray === undefined && !text.startsWith('retry:', from) && !isCutField(text.slice(from, end)))
      this.#stray = text.slice(from, Math.min(end, from + maxStrayLength));
  }

  #addData(value: string): undefined {
    this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
    if (this.#data.length > maxEventLength) throw tooLarge('event', maxEventLength);
  }

  /** llama.cpp of before ggml-org/llama.cpp#16109 writes its failure as a field of its own. */
  #addError(value: string): void {
    this.#name = 'error';
    this.#addData(value);
  }

  /** An empty id is none, and one with NUL is ignored, as the standard says. */
  #setId(id: string): void {
    if (!id.includes('\0')) this.#id = id === '' ? undefined : id;
  }

  #dispatch(): StreamEvent | undefined {
    const data = this.#data;
    const event = data === undefined ? undefined : { data, name: this.#name };
    const id = this.#id;
    this.#data = this.#id = undefined;
    this.#name = '';
    if (event === undefined) return undefined;
    if (++this.#count > maxEvents) throw tooLarge('events', maxEvents);
    const told = this.#repeats.take(id, event);
    if (told.length > 1) this.#told = told.slice(1).reverse();
    return told[0];
  }
}

/** A field without its value, or the beginning of one where the connection was cut. */
function isCutField(line: string): boolean {
  return line.length <= 6 && fields.some(field => field.startsWith(line));
}

const fields = ['data:', 'event:', 'id:', 'retry:'];

/** Where a field's value begins: behind the colon and one space. */
function valueAt(text: string, at: number): number {
  return text.charCodeAt(at) === space ? at + 1 : at;
}

function tooLarge(code: string, limit: number): Failure {
  return new Failure('too-large', { code, facts: { limit } });
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const colon = 0x3a;
