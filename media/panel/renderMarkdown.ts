import type { Token } from 'markdown-it';
import type { CodeBlock } from '../../src/shared/codeBlocks.ts';
import type { PanelLabels } from '../../src/shared/protocol.ts';
import { isWebAddress } from '../../src/shared/readMessage.ts';
import { codeBlock, codeElement, type LineNote } from './codeBlock.ts';
import { element, type Tag } from './element.ts';
import { parseMarkdown, type References } from './markdownTokens.ts';
import { messageButton } from './messageButton.ts';

/** How live the rendered text is. */
export interface MarkdownStyle {
  readonly labels: PanelLabels;
  readonly turn: string;
  /** 'buttons' ask the extension to open the address; 'text' only shows it. */
  readonly links: 'buttons' | 'text';
  /** The code blocks that carry buttons: none when code is withheld. */
  readonly offered: readonly CodeBlock[];
  /** The one block of code at whose lines something is told. */
  readonly told?: { readonly code: string; readonly notes: readonly LineNote[] };
}

/** Builds a Markdown text out of elements and text alone: nothing in it can fetch, run or lead anywhere. */
export function renderMarkdown(text: string, style: MarkdownStyle): readonly Node[] {
  return renderTokens(parseMarkdown(text, Object.create(null) as References), style);
}

/** The level of an answer's heading when none stands before it: the question's. */
export const noHeading = 2;

/**
 * Builds parsed Markdown. What the parser may know and this does not is shown as text. `headingLevel`: of the last heading that
 * stands before it.
 */
export function renderTokens(
  tokens: readonly Token[],
  style: MarkdownStyle,
  headingLevel = noHeading,
): readonly Node[] {
  const root = element('div', '');
  const open: HTMLElement[] = [root];
  const place: Place = { style, openLinks: [], nextBlock: 0, headingLevel, top: () => open.at(-1) ?? root };
  for (const token of tokens.flatMap(inlineToo)) {
    if (token.hidden) continue;
    if (token.nesting === 0) place.top().append(...leaf(token, place));
    else if (token.nesting === 1) {
      const opened = container(token, place);
      place.top().append(opened);
      open.push(opened);
    } else {
      open.pop();
      if (token.type === 'link_close') place.top().append(...afterLink(place));
    }
  }
  return [...root.childNodes];
}

/** A list item's `[ ]` and `[x]` become boxes: the parser does not know them. */
function inlineToo(token: Token, index: number, tokens: readonly Token[]): readonly Token[] {
  if (token.type !== 'inline') return [token];
  const isItem = tokens[index - 2]?.type === 'list_item_open' && tokens[index - 1]?.type === 'paragraph_open';
  const [first] = token.children ?? [];
  if (isItem && first?.type === 'text') first.content = first.content.replace(/^\[([ xX])\](?=\s)/, box);
  return token.children ?? [];
}

const box = (_mark: string, state: string): string => (state === ' ' ? '☐' : '☑');

interface OpenLink {
  readonly address: string;
  readonly node: HTMLElement;
}

interface Place {
  readonly style: MarkdownStyle;
  readonly openLinks: OpenLink[];
  nextBlock: number;
  /** The level of the last heading: no level is left out below it, whatever the model wrote. */
  headingLevel: number;
  readonly top: () => HTMLElement;
}

const tags: Readonly<Record<string, Tag>> = {
  blockquote_open: 'blockquote',
  bullet_list_open: 'ul',
  em_open: 'em',
  list_item_open: 'li',
  paragraph_open: 'p',
  s_open: 's',
  strong_open: 'strong',
  table_open: 'table',
  tbody_open: 'tbody',
  td_open: 'td',
  th_open: 'th',
  thead_open: 'thead',
  tr_open: 'tr',
};

/** The page's and the question's headings are h1 and h2: an answer's begin at h3, and go down step by step. */
const headings = ['h3', 'h4', 'h5', 'h6'] as const satisfies readonly Tag[];

/** The level of the last heading behind these tokens. */
export const headingLevelAfter = (tokens: readonly Token[], before: number): number =>
  tokens.reduce((level, token) => (token.type === 'heading_open' ? levelBelow(token, level) : level), before);

const levelBelow = ({ tag }: Token, before: number): number => Math.min(Number(tag.slice(1)) + 2, before + 1, 6);

function heading(token: Token, place: Place): HTMLElement {
  place.headingLevel = levelBelow(token, place.headingLevel);
  return element(headings[place.headingLevel - 3] ?? 'h6', '');
}

function container(token: Token, place: Place): HTMLElement {
  if (token.type === 'heading_open') return heading(token, place);
  if (token.type === 'ordered_list_open') return orderedList(token);
  if (token.type === 'link_open') return link(token, place);
  const alignment = /^text-align:(center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return element(tags[token.type] ?? 'span', alignment ?? '');
}

function orderedList(token: Token): HTMLElement {
  const list = element('ol', '');
  const start = Number(token.attrGet('start') ?? 1);
  if (Number.isSafeInteger(start) && start !== 1) list.start = start;
  return list;
}

function link(token: Token, { style, openLinks }: Place): HTMLElement {
  const address = String(token.attrGet('href') ?? '');
  const isButton = style.links === 'buttons' && isWebAddress(address);
  const node = isButton ? messageButton('link', { kind: 'link', url: address }) : element('span', 'link-text');
  if (isButton) node.title = style.labels.openLink;
  openLinks.push({ address, node });
  return node;
}

/** The address stands behind the words, so that nobody opens what he did not read. */
function afterLink({ openLinks }: Place): readonly Node[] {
  const closed = openLinks.pop();
  if (closed === undefined) return [];
  const { address, node } = closed;
  const words = node.textContent;
  if (words === '') node.append(address);
  if (words === '' || words === address || `mailto:${words}` === address) return [];
  if (node instanceof HTMLButtonElement) node.ariaLabel = `${words} (${address})`;
  return [element('span', 'address', ` (${address})`)];
}

function leaf(token: Token, place: Place): readonly (Node | string)[] {
  switch (token.type) {
    case 'code_inline':
      return [codeElement(token.content)];
    case 'code_block':
    case 'fence':
      return [block(token, place)];
    case 'hardbreak':
      return [element('br', '')];
    case 'softbreak':
      return ['\n'];
    case 'hr':
      return [element('hr', '')];
    case 'image':
      return [imageLeftOut(token, place.style.labels)];
    default:
      return [...element('span', '', token.content).childNodes];
  }
}

/** A block has buttons only where the count of the extension sees the same code. */
function block(token: Token, place: Place): HTMLElement {
  const { offered, labels, turn, told } = place.style;
  const notes = told?.code === token.content ? told.notes : [];
  const near = offered.slice(place.nextBlock, place.nextBlock + 20); // the two counts hardly differ; a search has an end
  const ahead = near.findIndex(({ code }) => code === token.content);
  const language = token.info.trim().split(/\s+/)[0] ?? '';
  const shown = { code: token.content, language, notes };
  if (ahead < 0) return codeBlock(shown, labels);
  place.nextBlock += ahead + 1;
  return codeBlock(shown, labels, { turn, block: place.nextBlock - 1 });
}

function imageLeftOut({ children }: Token, { imageLeftOut: label }: PanelLabels): HTMLElement {
  const alternative = (children ?? []).map(({ content }) => content).join('');
  return element('span', 'image-left-out', alternative === '' ? `[${label}]` : `[${label}: ${alternative}]`);
}
