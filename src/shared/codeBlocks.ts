/** One fenced block of a Markdown text. */
export interface CodeBlock {
  /** First word after the opening fence; '' when there is none. */
  readonly language: string;
  /** Its lines, each ended by a newline, without the indentation or the quote marks of what it stands in. */
  readonly code: string;
}

/** Of a line that is quoted more deeply nobody reads the code. */
const mostQuotes = 20;

interface OpenFence {
  readonly mark: string;
  readonly quotes: number;
  readonly indent: number;
  readonly language: string;
  readonly lines: string[];
}

/** Quote marks and list bullets may stand before a fence; an opening fence of backticks has none in its info. */
const opening = /^((?: {0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t])*[ \t]*)(`{3,}(?=[^`]*$)|~{3,})([^]*)$/;

/**
 * The closed fenced blocks of a Markdown text in order: `codeBlocks(text)[n]` is block n of the panel's protocol. Extension
 * and webview count with this one function, and the webview offers no button where its own parser saw another block, so
 * that what is copied or inserted is what was seen.
 */
export function codeBlocks(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: OpenFence | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    if (open === undefined) open = openedBy(line);
    else if (isClosedBy(line, open)) {
      blocks.push({ language: open.language, code: open.lines.map(each => `${each}\n`).join('') });
      open = undefined;
    } else open.lines.push(inside(line, open));
  }
  return blocks;
}

function openedBy(line: string): OpenFence | undefined {
  const [, prefix = '', mark, info = ''] = opening.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const quotes = prefix.replace(/[^>]/g, '').length;
  if (quotes > mostQuotes) return undefined; // each line of the block would be looked at so often
  const indent = quotes === 0 ? prefix.length : prefix.length - prefix.lastIndexOf('> ') - 2;
  return { mark, quotes, indent, language: info.trim().split(/\s+/)[0] ?? '', lines: [] };
}

function isClosedBy(line: string, { mark, quotes }: OpenFence): boolean {
  const rest = withoutQuotes(line, quotes).trim();
  return rest.length >= mark.length && rest === mark.charAt(0).repeat(rest.length);
}

function inside(line: string, { quotes, indent }: OpenFence): string {
  const rest = withoutQuotes(line, quotes);
  const blank = rest.length - rest.trimStart().length;
  return rest.slice(Math.min(indent, blank));
}

function withoutQuotes(line: string, quotes: number): string {
  let rest = line;
  for (let level = 0; level < quotes; level += 1) rest = rest.replace(/^ {0,3}> ?/, '');
  return rest;
}
