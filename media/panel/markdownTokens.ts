import MarkdownIt, { type StateInline, type Token } from 'markdown-it';

/** Link definitions seen so far (`[name]: address`). */
export type References = Record<string, { readonly title: string; readonly href: string }>;

/** In a paragraph with more characters no marks are read: it is no prose, and marks in it may be made to take long. */
const longestParagraph = 8_000;
/** So deep links stand in one another: at each depth the rest of the paragraph is looked at. */
const maxNesting = 20;

const options = { html: false, linkify: false, typographer: false };
const blocks = new MarkdownIt(options);
blocks.core.ruler.disable('inline');
const paragraphs = new MarkdownIt(options).set({ maxNesting });
const plain = new MarkdownIt('zero');
paragraphs.inline.ruler.before('escape', 'formula', readFormula);

/** Block tokens of a Markdown text. Definitions in it are added to `references`. */
export function parseMarkdown(text: string, references: References): readonly Token[] {
  const tokens = blocks.parse(text, { references });
  for (const token of tokens) {
    if (token.type !== 'inline') continue;
    const parser = token.content.length > longestParagraph ? plain : paragraphs;
    token.children = parser.parseInline(token.content, { references }).flatMap(({ children }) => children ?? []);
  }
  return tokens;
}

const formulaMarks: readonly (readonly [string, string])[] = [
  ['$$', '$$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
];
/** A longer one is none: its end is not looked for further on. */
const longestFormula = 1_000;

/** A formula is shown as it was written, as code: read as prose its underlines and stars would be lost. */
function readFormula(state: StateInline, isSilent: boolean): boolean {
  const [open, close] = formulaMarks.find(([mark]) => state.src.startsWith(mark, state.pos)) ?? [];
  if (open === undefined || close === undefined) return false;
  const from = state.pos + open.length;
  const length = state.src.slice(from, from + longestFormula).indexOf(close);
  if (length < 1 || from + length > state.posMax) return false;
  if (!isSilent) state.push('code_inline', 'code', 0).content = state.src.slice(from, from + length).trim();
  state.pos = from + length + close.length;
  return true;
}
