import type { PanelView } from '../../src/shared/protocol.ts';
import { hashNameAt, type HashName } from '../../src/shared/hashName.ts';
import { maxFollowUpLength } from '../../src/shared/readMessage.ts';
import type { SuggestionView } from '../../src/shared/protocol.ts';
import { AddedList } from './addedList.ts';
import { element } from './element.ts';
import { messageButton } from './messageButton.ts';
import { Suggestions } from './suggestions.ts';

export interface FollowUpEvents {
  readonly onSend: (text: string) => void;
  readonly onDraft: (text: string) => void;
  /** A name is being typed. */
  readonly onSuggest: (typed: string) => void;
  /** A name was chosen. */
  readonly onAdd: (name: string) => void;
  /** Something to tell who hears the page. */
  readonly onSay: (words: string) => void;
}

const clearPx = 12;

/** The field at the bottom for the next question. */
export class FollowUp {
  readonly element = element('div', 'follow-up');
  readonly #field = element('textarea', '');
  readonly #send = element('button', 'primary');
  readonly #add = messageButton('add', { kind: 'add', name: '' }, '+');
  readonly #added = new AddedList();
  readonly #suggestions = new Suggestions(this.#field, name => this.#choose(name));
  readonly #events: FollowUpEvents;
  #canAsk = false;
  #suggestionsLabel = '';

  constructor(draft: string, events: FollowUpEvents) {
    this.#events = events;
    this.#field.rows = 1;
    this.#field.maxLength = maxFollowUpLength;
    this.#field.value = draft;
    this.#send.type = 'button';
    this.element.role = 'form';
    this.#field.setAttribute('aria-keyshortcuts', 'Alt+ArrowDown');
    new ResizeObserver(() => this.#keepClear()).observe(this.element);
    this.element.append(this.#added.element, this.#suggestions.element, this.#add, this.#field, this.#send);
    this.#send.addEventListener('click', () => this.#ask());
    this.#field.addEventListener('keydown', event => this.#hear(event));
    this.#field.addEventListener('blur', () => this.#suggestions.hide());
    this.#field.addEventListener('input', () => {
      this.#events.onDraft(this.#field.value);
      this.#showWhetherItCanSend();
      this.#askForNames();
    });
  }

  focus(): void {
    this.#field.focus();
  }

  /** What gets the focus by the keyboard is not hidden behind the field, which stands over the page's end. */
  #keepClear(): void {
    document.documentElement.style.scrollPaddingBottom = `${this.element.offsetHeight + clearPx}px`;
  }

  update({ labels, canAsk, added }: PanelView): void {
    this.#canAsk = canAsk;
    this.#suggestionsLabel = labels.suggestions;
    this.#add.ariaLabel = labels.add;
    this.#add.title = labels.add;
    this.#added.update(added, labels);
    this.element.ariaLabel = labels.followUp;
    this.#field.ariaLabel = labels.followUp;
    this.#field.placeholder = labels.followUp;
    if (this.#send.textContent !== labels.send) this.#send.textContent = labels.send;
    this.#showWhetherItCanSend();
  }

  /** What may be added by the name that was typed; what comes for another one is late. */
  suggest(typed: string, found: readonly SuggestionView[]): void {
    if (this.#typed?.name !== typed || document.activeElement !== this.#field) return;
    this.#suggestions.show(found, this.#suggestionsLabel);
    if (found.length > 0) this.#events.onSay(`${this.#suggestionsLabel}: ${found.length}`);
  }

  /** The name before the cursor. */
  get #typed(): HashName | undefined {
    return hashNameAt(this.#field.value, this.#field.selectionEnd);
  }

  #askForNames(): void {
    const typed = this.#typed;
    if (typed) this.#events.onSuggest(typed.name);
    else this.#suggestions.hide();
  }

  #choose(name: string): void {
    const typed = this.#typed;
    if (!typed) return;
    this.#field.setRangeText(`#${name} `, typed.start, typed.end, 'end');
    this.#events.onDraft(this.#field.value);
    this.#events.onAdd(name);
  }

  #hear(event: KeyboardEvent): void {
    if (event.isComposing || !this.#suggestions.hear(event)) return this.#askOnEnter(event);
    event.preventDefault();
    event.stopPropagation();
  }

  #askOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#ask();
  }

  #ask(): void {
    const text = this.#field.value.trim();
    if (!this.#canAsk || text === '') return;
    this.#field.value = '';
    this.#events.onDraft('');
    this.#showWhetherItCanSend();
    this.#field.focus();
    this.#events.onSend(text);
  }

  /** Not `disabled`: that would throw the focus away, and the next question may be written while an answer comes. */
  #showWhetherItCanSend(): void {
    this.#send.ariaDisabled = String(!this.#canAsk || this.#field.value.trim() === '');
  }
}
