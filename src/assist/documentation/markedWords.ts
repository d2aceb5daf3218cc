import type { DocStyle } from './docStyle.ts';

/**
 * The words of a comment that stands at the beginning of a text, in the marks of any language: `/** … *\/`, `// …`, `# …`,
 * `""" … """`. Empty: it begins with none.
 */
export function leadingWords(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex(line => line.trim() !== '');
  const rest = lines.slice(Math.max(first, 0)).map(line => line.trim());
  const [head = ''] = rest;
  if (head.startsWith('/*')) return starredWords(rest);
  const quotes = /^[rRuU]?("""|''')/.exec(head);
  if (quotes) return quotedWords(rest, quotes[1] ?? '"""', quotes[0].length);
  const mark = /^(?:\/\/[/!]?|#(?![!#[]))/.exec(head)?.[0];
  if (mark === undefined) return [];
  const end = rest.findIndex(line => !line.startsWith(mark));
  const own = end < 0 ? rest : rest.slice(0, end);
  return tidy(own.map(line => line.slice(mark.length)));
}

function starredWords(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(line => line.endsWith('*/'));
  if (end < 0) return [];
  return tidy(
    lines.slice(0, end + 1).map(line =>
      line
        .replace(/^\/\*[*!]? ?/, '')
        .replace(/\*\/$/, '')
        .replace(/^\*(?!\/) ?/, ''),
    ),
  );
}

function quotedWords(lines: readonly string[], mark: string, opening: number): readonly string[] {
  const [head = '', ...rest] = lines;
  if (head.length >= opening + mark.length && head.endsWith(mark)) return tidy([head.slice(opening, -mark.length)]);
  const end = rest.findIndex(line => line.endsWith(mark));
  const last = rest[end]?.slice(0, -mark.length) ?? '';
  return end < 0 ? [] : tidy([head.slice(opening), ...rest.slice(0, end), last]);
}

/** Without the blank that all lines begin with, and without empty lines around them. */
function tidy(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '');
  const isLed = written.every(line => line.startsWith(' '));
  const bare = lines.map(line => (isLed ? line.slice(1) : line).trimEnd());
  const [first, last] = [bare.findIndex(line => line !== ''), bare.findLastIndex(line => line !== '')];
  return first < 0 ? [] : bare.slice(first, last + 1);
}

/** Words as a comment in these marks; empty: they cannot be one. */
export function markedWords(words: readonly string[], marks: DocStyle['marks']): readonly string[] {
  if (words.length === 0 || words.some(line => /\*\/|\/\*|"""/.test(line))) return [];
  switch (marks) {
    case undefined:
      return [];
    case 'stars':
      return words.length === 1 ? [`/** ${words[0] ?? ''} */`] : ['/**', ...led(words, ' *'), ' */'];
    case 'quotes':
      return words.length === 1 ? [`"""${words[0] ?? ''}"""`] : [`"""${words[0] ?? ''}`, ...words.slice(1), '"""'];
    case 'summary':
      return summary(words);
    case '//':
    case '///':
    case '#':
      return led(words, marks);
  }
}

const led = (words: readonly string[], mark: string): readonly string[] =>
  words.map(line => (line === '' ? mark : `${mark} ${line}`));

/** As C# has it; words under headings of their own are more than a summary. */
function summary(words: readonly string[]): readonly string[] {
  if (words.some(line => /^<\w/.test(line.trim()))) return led(words, '///');
  const own = /^summary:?$/i.test(words[0]?.trim() ?? '') ? words.slice(1) : words;
  const hasMore = own.length === 0 || own.some(line => /^[A-Z]\w+:$/.test(line.trim()));
  return hasMore
    ? []
    : led(
        ['<summary>', ...own.map(line => line.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')), '</summary>'],
        '///',
      );
}
