import { codeBlocks } from '../../src/shared/codeBlocks.ts';
import type { PanelLabels, TurnView, WhyView } from '../../src/shared/protocol.ts';
import { ActionRow } from './actionRow.ts';
import { AnswerText } from './answerText.ts';
import { element } from './element.ts';
import { factsElement } from './factsElement.ts';
import { comparisonElement, noticeElement } from './noticeElement.ts';
import { type MarkdownStyle, renderMarkdown } from './renderMarkdown.ts';
import { replaceNodes } from './replaceNodes.ts';

let turnsMade = 0;

/** One question on the page with what came of it. Every part has its place, empty or not, so that nothing jumps. */
export class Turn {
  readonly element = element('article', 'turn');
  readonly #question = element('h2', 'question');
  readonly #notice = element('div', 'place');
  readonly #facts = element('div', 'place');
  readonly #comparison = element('div', 'place');
  readonly #unchecked = element('div', 'place');
  readonly #answer = new AnswerText();
  readonly #partials = element('div', 'place');
  readonly #footer = element('div', 'turn-footer');
  readonly #status = element('div', 'place status-place');
  readonly #waiting = element('span', 'waiting');
  readonly #actions = new ActionRow();
  readonly #provenance = element('div', 'place');
  #shown: { readonly turn: TurnView; readonly labels: PanelLabels } | undefined;

  constructor() {
    turnsMade += 1;
    this.#question.id = `question-${turnsMade}`;
    this.#question.tabIndex = -1; // takes the focus of a button that went
    this.element.setAttribute('aria-labelledby', this.#question.id);
    this.#footer.append(this.#status, this.#actions.element);
    this.element.append(this.#question, this.#notice, this.#facts, this.#comparison, this.#unchecked);
    this.element.append(this.#answer.element, this.#partials, this.#footer, this.#provenance);
  }

  /** What the page shows of it; undefined before the first `update`. */
  get shown(): TurnView | undefined {
    return this.#shown?.turn;
  }

  /** Has anything of its answer been seen? */
  get isEmpty(): boolean {
    return this.#answer.text === '';
  }

  update(turn: TurnView, labels: PanelLabels): void {
    this.#shown = { turn, labels };
    this.element.dataset['phase'] = turn.phase;
    this.element.dataset['doubted'] = String(isDoubted(turn));
    this.element.ariaBusy = String(turn.phase === 'working');
    replaceNodes(this.#question, [...element('span', '', turn.question).childNodes]);
    replaceNodes(this.#notice, turn.notice === undefined ? [] : [noticeElement(turn.notice)]);
    replaceNodes(this.#facts, turn.facts === undefined ? [] : [factsElement(turn.id, turn.facts)]);
    replaceNodes(this.#comparison, turn.comparison === undefined ? [] : [comparisonElement(turn.comparison)]);
    this.#updateText(turn, labels);
    replaceNodes(
      this.#partials,
      turn.partials.map(partial => partialElement(partial, inertStyle(turn, labels))),
    );
    if (turn.phase !== 'working') this.#waiting.textContent = '';
    replaceNodes(this.#status, turn.status === '' ? [] : [element('p', 'status', turn.status, this.#waiting)]);
    this.#actions.update(turn, labels);
    replaceNodes(this.#provenance, provenanceNodes(turn, labels));
  }

  /** How long it has waited, and for what; the status before it is what is announced. */
  showWaiting(text: string): void {
    this.#waiting.textContent = text === '' ? '' : ` · ${text}`;
  }

  /** Streamed text; seen after the next `draw`. What comes after the end is not part of the answer. */
  append(text: string): void {
    if (this.#shown?.turn.phase === 'working') this.#answer.append(text);
  }

  /** Shows the text that was appended since. */
  draw(): void {
    if (this.#shown === undefined) return;
    const { turn, labels } = this.#shown;
    this.#answer.draw(inertStyle(turn, labels));
    this.#updateUnchecked(turn, labels);
  }

  #updateText(turn: TurnView, labels: PanelLabels): void {
    if (turn.phase === 'working') {
      this.#answer.replace(turn.text);
      this.#answer.draw(inertStyle(turn, labels));
    } else this.#answer.finish(turn.text, isDoubted(turn) ? inertStyle(turn, labels) : liveStyle(turn, labels));
    this.#updateUnchecked(turn, labels);
  }

  #updateUnchecked({ phase }: TurnView, { notYetChecked }: PanelLabels): void {
    const isUnchecked = phase !== 'done' && this.#answer.text !== '';
    replaceNodes(this.#unchecked, isUnchecked ? [element('p', 'unchecked', notYetChecked)] : []);
  }
}

/** Is the turn's answer held back: to be read, and not to be used without a decision? */
export function isDoubted({ notice }: TurnView): boolean {
  return notice?.kind === 'disclaimer' || notice?.kind === 'review';
}

function inertStyle(turn: TurnView, labels: PanelLabels): MarkdownStyle {
  return { labels, turn: turn.id, links: 'text', offered: [], ...toldIn(turn) };
}

function liveStyle(turn: TurnView, labels: PanelLabels): MarkdownStyle {
  const offered = turn.code === 'offered' ? codeBlocks(turn.text) : [];
  return { labels, turn: turn.id, links: 'buttons', offered, ...toldIn(turn) };
}

/** The code whose lines have facts beside them. */
function toldIn({ facts, text }: TurnView): Pick<MarkdownStyle, 'told'> {
  const block = facts?.block === undefined ? undefined : codeBlocks(text)[facts.block];
  const notes = facts?.facts.flatMap(({ at }) => at ?? []) ?? [];
  return block === undefined || notes.length === 0 ? {} : { told: { code: block.code, notes } };
}

function partialElement({ label, text }: TurnView['partials'][number], style: MarkdownStyle): HTMLElement {
  const heading = element('p', 'partial-label', label);
  const answer = element('div', 'answer', ...renderMarkdown(text, style));
  const partial = element('div', 'partial', heading, answer);
  partial.role = 'group';
  partial.ariaLabel = label;
  return partial;
}

/** The first line is always seen, the rest on demand. */
function provenanceNodes({ provenance, why }: TurnView, { details }: PanelLabels): readonly HTMLElement[] {
  const [first, ...rest] = provenance;
  if (first === undefined) return [];
  const told = unbroken(first);
  if (rest.length === 0 && !why) return [element('p', 'provenance', ...told)];
  const summary = element('summary', '', ...told, ' ', element('span', 'more', details));
  const reasons = why ? [whyElement(why)] : [];
  return [element('details', 'provenance', summary, ...reasons, ...rest.map(line => element('p', '', line)))];
}

/** A heading, so that who hears the page can go there; the decision, and who else could be asked as a list. */
function whyElement({ title, lines: [decision = '', ...options] }: WhyView): HTMLElement {
  const list = element('ul', '', ...options.map(option => element('li', '', option)));
  const group = element('section', 'why', element('h3', '', title), element('p', '', decision), list);
  group.ariaLabel = title;
  group.role = 'group';
  return group;
}

/** No line of 'who · time · cost' begins with a dot: each dot stays with the word before it. */
function unbroken(line: string): readonly (string | Node)[] {
  return line.split(' · ').flatMap((part, index, parts) => {
    if (index === parts.length - 1) return [part];
    const at = part.lastIndexOf(' ') + 1;
    return [part.slice(0, at), element('span', 'unbroken', `${part.slice(at)} ·`), ' '];
  });
}
