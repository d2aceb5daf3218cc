import { element } from './element.ts';
import { parseMarkdown, type References } from './markdownTokens.ts';
import { headingLevelAfter, type MarkdownStyle, noHeading, renderMarkdown, renderTokens } from './renderMarkdown.ts';
import { replaceNodes } from './replaceNodes.ts';
import { settledLength } from './settledLength.ts';

/** Characters and nodes that are drawn for good, the link definitions in them, and the level of their last heading. */
interface Settled {
  readonly length: number;
  readonly nodes: number;
  readonly references: References;
  readonly headingLevel: number;
}

/**
 * The text of one answer on the page. While it streams, only what is not yet settled is parsed and drawn again, without
 * buttons; `finish` draws the whole once, as it will stay.
 */
export class AnswerText {
  readonly element = element('div', 'answer');
  #text = '';
  #settled: Settled = nothing();
  #finished: string | undefined;

  get text(): string {
    return this.#text;
  }

  /** Adds streamed text; `draw` shows it. */
  append(text: string): void {
    this.#text += text;
  }

  /** Makes `text` the streamed text: what was drawn stays if it is its beginning. */
  replace(text: string): void {
    if (!text.startsWith(this.#text)) this.#settled = nothing();
    if (this.#finished !== undefined) this.#settled = nothing();
    this.#finished = undefined;
    this.#text = text;
  }

  /** Shows the text so far. */
  draw(style: MarkdownStyle): void {
    if (this.#finished !== undefined) return;
    const inert = { ...style, links: 'text', offered: [] } as const;
    const rest = this.#text.slice(this.#settled.length);
    const tokens = this.#parseRest(rest);
    const more = settledLength(rest, tokens);
    if (more > 0) this.#settle(rest.slice(0, more), inert);
    const unsettled = more > 0 ? this.#parseRest(rest.slice(more)) : tokens;
    replaceNodes(this.element, renderTokens(unsettled, inert, this.#settled.headingLevel), this.#settled.nodes);
  }

  /** Shows the whole text as it stays. */
  finish(text: string, style: MarkdownStyle): void {
    const wanted = JSON.stringify([text, style]);
    if (this.#finished === wanted) return;
    this.#text = text;
    this.#finished = wanted;
    replaceNodes(this.element, renderMarkdown(text, style));
  }

  #settle(text: string, style: MarkdownStyle): void {
    const { length, nodes, references, headingLevel } = this.#settled;
    const tokens = parseMarkdown(text, references);
    const drawn = renderTokens(tokens, style, headingLevel);
    replaceNodes(this.element, drawn, nodes);
    this.#settled = {
      length: length + text.length,
      nodes: nodes + drawn.length,
      references,
      headingLevel: headingLevelAfter(tokens, headingLevel),
    };
  }

  /** A definition in the rest may still grow: it is not kept. */
  #parseRest(rest: string): ReturnType<typeof parseMarkdown> {
    return parseMarkdown(rest, Object.create(this.#settled.references) as References);
  }
}

function nothing(): Settled {
  return { length: 0, nodes: 0, references: Object.create(null) as References, headingLevel: noHeading };
}
