import type { SuggestionView } from '../../src/shared/protocol.ts';
import { element } from './element.ts';

const idOf = (at: number): string => `suggestion-${at}`;

/** The list of what may be added by the name that is being typed. The field keeps the focus. */
export class Suggestions {
  readonly element = element('ul', 'suggestions');
  readonly #field: HTMLElement;
  readonly #onChoose: (name: string) => void;
  #found: readonly SuggestionView[] = [];
  #active = 0;

  constructor(field: HTMLElement, onChoose: (name: string) => void) {
    this.#field = field;
    this.#onChoose = onChoose;
    this.element.id = 'suggestions';
    this.element.role = 'listbox';
    this.element.hidden = true;
    field.setAttribute('aria-autocomplete', 'list');
    this.element.addEventListener('mousedown', event => event.preventDefault()); // the field keeps the focus
    this.element.addEventListener('click', ({ target }) => {
      const at = [...this.element.children].findIndex(row => target instanceof Node && row.contains(target));
      if (at >= 0) this.#choose(at);
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  show(found: readonly SuggestionView[], label: string): void {
    this.#found = found;
    this.#active = 0;
    this.element.ariaLabel = label;
    this.element.hidden = found.length === 0;
    this.element.replaceChildren(...found.map(rowOf));
    this.#mark();
  }

  hide(): void {
    this.show([], this.element.ariaLabel ?? '');
  }

  /** Whether the key was meant for the list. */
  hear({ key, shiftKey }: KeyboardEvent): boolean {
    if (!this.isOpen) return false;
    const count = this.#found.length;
    if (key === 'ArrowDown') this.#move((this.#active + 1) % count);
    else if (key === 'ArrowUp') this.#move((this.#active + count - 1) % count);
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) this.#choose(this.#active);
    else if (key === 'Escape') this.hide();
    else return false;
    return true;
  }

  #move(to: number): void {
    this.#active = to;
    this.#mark();
    this.element.children[to]?.scrollIntoView({ block: 'nearest' });
  }

  #choose(at: number): void {
    const name = this.#found[at]?.name;
    this.hide();
    if (name !== undefined) this.#onChoose(name);
  }

  #mark(): void {
    for (const [at, row] of [...this.element.children].entries()) row.ariaSelected = String(at === this.#active);
    for (const name of ['aria-controls', 'aria-activedescendant']) this.#field.removeAttribute(name);
    if (!this.isOpen) return;
    this.#field.setAttribute('aria-controls', this.element.id);
    this.#field.setAttribute('aria-activedescendant', idOf(this.#active));
  }
}

function rowOf({ name, description }: SuggestionView, at: number): HTMLElement {
  const row = element('li', '', element('span', 'name', `#${name}`), element('span', 'tokens', description));
  row.role = 'option';
  row.id = idOf(at);
  return row;
}
