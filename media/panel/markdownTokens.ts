import MarkdownIt, { type Token } from 'markdown-it';

/** Link definitions seen so far (`[name]: address`). */
export type References = Record<string, { readonly title: string; readonly href: string }>;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** Block tokens of a Markdown text. Definitions in it are added to `references`. */
export function parseMarkdown(text: string, references: References): readonly Token[] {
  return parser.parse(text, { references });
}
