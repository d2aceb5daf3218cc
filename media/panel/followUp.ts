import type { PanelView } from '../../src/shared/protocol.ts';
import { maxFollowUpLength } from '../../src/shared/readMessage.ts';
import { element } from './element.ts';

export interface FollowUpEvents {
  readonly onSend: (text: string) => void;
  readonly onDraft: (text: string) => void;
}

const clearPx = 12;

/** The field at the bottom for the next question. */
export class FollowUp {
  readonly element = element('div', 'follow-up');
  readonly #field = element('textarea', '');
  readonly #send = element('button', 'primary');
  readonly #events: FollowUpEvents;
  #canAsk = false;

  constructor(draft: string, events: FollowUpEvents) {
    this.#events = events;
    this.#field.rows = 1;
    this.#field.maxLength = maxFollowUpLength;
    this.#field.value = draft;
    this.#send.type = 'button';
    this.element.role = 'form';
    this.#field.setAttribute('aria-keyshortcuts', 'Alt+ArrowDown');
    new ResizeObserver(() => this.#keepClear()).observe(this.element);
    this.element.append(this.#field, this.#send);
    this.#send.addEventListener('click', () => this.#ask());
    this.#field.addEventListener('keydown', event => this.#askOnEnter(event));
    this.#field.addEventListener('input', () => {
      this.#events.onDraft(this.#field.value);
      this.#showWhetherItCanSend();
    });
  }

  focus(): void {
    this.#field.focus();
  }

  /** What gets the focus by the keyboard is not hidden behind the field, which stands over the page's end. */
  #keepClear(): void {
    document.documentElement.style.scrollPaddingBottom = `${this.element.offsetHeight + clearPx}px`;
  }

  update({ labels, canAsk }: PanelView): void {
    this.#canAsk = canAsk;
    this.element.ariaLabel = labels.followUp;
    this.#field.ariaLabel = labels.followUp;
    this.#field.placeholder = labels.followUp;
    if (this.#send.textContent !== labels.send) this.#send.textContent = labels.send;
    this.#showWhetherItCanSend();
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
