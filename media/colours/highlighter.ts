import { type CodeToken, codeTokens } from './codeTokens.ts';

/** Work in one go, and in all for one block, in ms: a block that would take longer stays plain. */
const most = { inOneGoMs: 8, inAllMs: 250 } as const;
const pauseMs = 4;

interface Coloured {
  readonly code: string;
  /** Empty as long as it is worked on, and where nothing has a colour. */
  readonly ranges: readonly (readonly [CodeToken['kind'], AbstractRange])[];
}

/**
 * Gives the page's code its colours by CSS's custom highlights: the text stays one node, so what is selected in it stays
 * selected, and nothing of an answer becomes markup. Where the browser has no such highlights code is plain.
 */
export class Highlighter {
  readonly #done = new Map<Element, Coloured>();
  #isWorking = false;

  /** Colours every whole block of code below `root` that is not yet, and forgets those that left the page. */
  colour(root: Element): void {
    if (!('highlights' in CSS)) return;
    for (const element of this.#done.keys()) if (!element.isConnected) this.#forget(element);
    const blocks = [...root.querySelectorAll('pre > code[data-language]')];
    if (blocks.every(block => this.#done.get(block)?.code === block.textContent)) return;
    if (!this.#isWorking) void this.#work(root);
  }

  async #work(root: Element): Promise<void> {
    this.#isWorking = true;
    try {
      for (let block = this.#next(root); block !== undefined; block = this.#next(root)) await this.#colourBlock(block);
    } finally {
      this.#isWorking = false;
    }
  }

  #next(root: Element): Element | undefined {
    const blocks = [...root.querySelectorAll('pre > code[data-language]')];
    return blocks.find(block => this.#done.get(block)?.code !== block.textContent);
  }

  async #colourBlock(block: Element): Promise<void> {
    this.#forget(block);
    const code = block.textContent;
    this.#done.set(block, { code, ranges: [] });
    const language = block instanceof HTMLElement ? (block.dataset['language'] ?? '') : '';
    const node = block.childNodes.length === 1 ? block.firstChild : null; // marks of hidden characters move what follows
    const tokens = node === null ? [] : await inSteps(codeTokens(code, language));
    if (node === null || block.firstChild !== node || block.textContent !== code) return;
    const ranges = tokens.map(token => [token.kind, rangeOf(node, token)] as const);
    for (const [kind, range] of ranges) highlightOf(kind).add(range);
    this.#done.set(block, { code, ranges });
  }

  #forget(element: Element): void {
    for (const [kind, range] of this.#done.get(element)?.ranges ?? []) highlightOf(kind).delete(range);
    this.#done.delete(element);
  }
}

/** All tokens, read with rests; none when it took too long, or the parser failed: plain text can be read too. */
async function inSteps(lines: Iterable<readonly CodeToken[]>): Promise<readonly CodeToken[]> {
  const found: CodeToken[] = [];
  let workedMs = 0;
  let since = performance.now();
  try {
    for (const tokens of lines) {
      found.push(...tokens);
      const now = performance.now();
      if (workedMs + now - since > most.inAllMs) return [];
      if (now - since < most.inOneGoMs) continue;
      workedMs += now - since;
      await new Promise(resolve => setTimeout(resolve, pauseMs));
      since = performance.now();
    }
  } catch {
    return [];
  }
  return found;
}

const rangeOf = (node: Node, { start, end }: CodeToken): AbstractRange =>
  new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });

function highlightOf(kind: CodeToken['kind']): Highlight {
  const name = `code-${kind}`;
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}
