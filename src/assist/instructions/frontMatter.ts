import { splitList } from './splitList.ts';

/** A Markdown file taken apart. */
export interface FrontMatter {
  /** Values by their key in lower case; of a key that stands twice the last. A value that is no list is a list of one. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** What stands below; all of the text when nothing else is above. */
  readonly body: string;
}

/** A longer one is none, lines. */
const mostLines = 200;
/** Of a longer line nothing is read, characters. */
const longestLine = 5_000;

/**
 * Reads what stands between two lines of dashes at the top of a file: texts, lists in brackets or in lines of their own, and
 * texts of several lines. It is less strict than YAML, because people write `applyTo: **\/*.ts` and `description: a: b`, which YAML
 * refuses, and mean what they write. Byte order marks, CRLF and blank lines above it are let pass. Linear.
 */
export function readFrontMatter(text: string): FrontMatter {
  const whole = text.replace(/^\uFEFF/, '');
  const lines = new Lines(whole);
  let first = lines.next();
  for (let blank = 0; first?.trim() === '' && blank < mostLines; blank += 1) first = lines.next();
  if (first?.trimEnd() !== '---') return { fields: new Map(), body: whole };
  const header: string[] = [];
  for (let line = lines.next(); line !== undefined && header.length < mostLines; line = lines.next()) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return takenApart(header, whole, lines.at);
    header.push(line.length > longestLine ? '' : line);
  }
  return { fields: new Map(), body: whole };
}

/** Two rules across the page with a text between them are none. */
function takenApart(header: readonly string[], whole: string, end: number): FrontMatter {
  const fields = fieldsOf(header);
  const isNone = fields.size === 0 && header.some(line => line.trim() !== '');
  return { fields, body: isNone ? whole : whole.slice(end) };
}

/** The lines of a text, one after the other, without their ends. */
class Lines {
  readonly #text: string;
  /** Where the next one begins. */
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): string | undefined {
    if (this.at >= this.#text.length) return undefined;
    const end = this.#text.indexOf('\n', this.at);
    const line = this.#text.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.#text.length : end + 1;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}

function fieldsOf(header: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (let at = 0; at < header.length;) {
    const [, key = '', value = ''] = /^([A-Za-z][\w.-]*)[ \t]*:(?:[ \t]+([^]*))?$/.exec(header[at] ?? '') ?? [];
    at += 1;
    if (key === '') continue;
    const below: string[] = [];
    for (; at < header.length && isBelow(header[at] ?? ''); at += 1) below.push(header[at] ?? '');
    fields.set(key.toLowerCase(), valuesOf(value.trim(), below));
  }
  return fields;
}

/** Does a line belong to the key above it? What is indented does, what begins a list, and a bracket that ends one. */
const isBelow = (line: string): boolean => /^(?:[ \t]|-[ \t]|\]|$)/.test(line);

function valuesOf(value: string, below: readonly string[]): readonly string[] {
  const block = /^([|>])[-+\d]*(?:[ \t]+#.*)?$/.exec(value);
  if (block)
    return [
      below
        .map(line => line.trim())
        .join(block[1] === '|' ? '\n' : ' ')
        .trim(),
    ];
  if (value.startsWith('[')) return listOf([value, ...below].join(' '));
  if (withoutComment(value) === '') {
    const items = below.flatMap(line => /^[ \t]*-[ \t]+([^]*)$/.exec(line)?.[1] ?? []);
    const nested = items.flatMap(item => scalarOf(item));
    return nested.length > 0 ? nested : below.length === 1 ? listOf(below[0] ?? '') : [];
  }
  const more = below.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
  return scalarOf([value, ...more].join(' '));
}

/** The items between brackets; what is behind them is a comment. */
function listOf(text: string): readonly string[] {
  const list = text.trim();
  if (!list.startsWith('[')) return scalarOf(list);
  const end = list.lastIndexOf(']');
  return splitList(list.slice(1, end < 0 ? undefined : end)).flatMap(item => scalarOf(item));
}

/** A text with or without quotation marks; none where there is nothing. */
function scalarOf(written: string): readonly string[] {
  const text = written.trim();
  const quote = text.charAt(0);
  if (quote === '"' || quote === "'") {
    const end = endOfQuoted(text, quote);
    const parts =
      end > 0 &&
      text
        .slice(end + 1)
        .trim()
        .startsWith(',')
        ? splitList(text)
        : [];
    if (parts.length > 1) return parts.flatMap(part => scalarOf(part)); // `"a", "b"`: no YAML, and yet what is meant is plain
    if (end > 0) return [unquoted(text.slice(1, end), quote)];
  }
  const plain = withoutComment(text);
  return plain === '' || plain === '~' || plain === 'null' ? [] : [plain];
}

/** Where the quotation mark stands that ends it; 0: nowhere. */
function endOfQuoted(text: string, quote: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (quote === '"' && text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) {
      if (quote === '"' || text.charAt(at + 1) !== quote) return at;
      at += 1;
    }
  }
  return 0;
}

function unquoted(inner: string, quote: string): string {
  if (quote === "'") return inner.replaceAll("''", "'");
  return inner.replace(/\\(.)/g, (_, next: string) => ({ n: '\n', t: '\t' })[next] ?? next);
}

/** A comment begins with a blank and a number sign. */
function withoutComment(text: string): string {
  if (text.startsWith('#')) return '';
  const at = text.indexOf(' #');
  return (at < 0 ? text : text.slice(0, at)).trim();
}
