import type { StreamParser } from '@codemirror/streamparser';

/** YAML's colours, line by line. The library's own parser takes half a minute for 500 blanks. */
export const yaml: StreamParser<object> = {
  startState: () => ({}),
  token: stream => {
    if (stream.eatSpace()) return null;
    const isAfterBlank = stream.pos === 0 || /\s/.test(stream.string.charAt(stream.pos - 1));
    if (isAfterBlank && stream.peek() === '#') {
      stream.skipToEnd();
      return 'comment';
    }
    const [, kind = null] = pieces.find(([pattern]) => stream.match(pattern)) ?? [];
    if (stream.pos === stream.start) stream.next();
    return kind;
  },
};

const pieces: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:"[^"\\]*"|'[^']*')(?=\s*:(?:\s|$))/, 'propertyName'],
  [/^(?:"(?:[^"\\]|\\.)*"?|'[^']*'?)/, 'string'],
  [/^[\w.$/-]+(?=\s*:(?:\s|$))/, 'propertyName'],
  [/^(?:true|false|null|~)(?=[\s,\]}]|$)/, 'bool'],
  [/^-?\d[\d._]*(?=[\s,\]}]|$)/, 'number'],
  [/^[&*!][\w!./-]+/, 'meta'],
  [/^(?:---|\.\.\.)(?=\s|$)/, 'meta'],
  [/^[^\s"'#:&*!,[\]{}]+/, null],
];
