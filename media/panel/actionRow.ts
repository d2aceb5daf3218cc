import type { ActionView, PanelLabels, TurnView } from '../../src/shared/protocol.ts';
import { element } from './element.ts';
import { messageButton } from './messageButton.ts';
import { replaceNodes } from './replaceNodes.ts';

/** What can be done about an answer: buttons with words, a button that shows those wanted seldom, and small icons at the end. */
export class ActionRow {
  readonly element = element('div', 'place actions');
  /** One for good: made anew it would lose the focus at every press. */
  readonly #more = element('button', 'secondary more-actions', '…');
  #isOpen = false;
  #shown: (() => void) | undefined;

  constructor() {
    this.#more.type = 'button';
    this.#more.addEventListener('click', () => {
      this.#isOpen = !this.#isOpen;
      this.#shown?.();
    });
  }

  update(turn: Pick<TurnView, 'id' | 'actions'>, labels: Pick<PanelLabels, 'moreActions'>): void {
    this.#shown = () => this.#draw(turn, labels);
    this.#shown();
  }

  #draw({ id, actions }: Pick<TurnView, 'id' | 'actions'>, { moreActions }: Pick<PanelLabels, 'moreActions'>): void {
    const at = (place: ActionView['place']) => actions.filter(action => action.place === place);
    const hidden = at('more');
    this.#more.ariaLabel = moreActions;
    this.#more.title = moreActions;
    this.#more.ariaExpanded = String(this.#isOpen);
    replaceNodes(this.element, [
      ...at(undefined).map(action => labelledButton(id, action)),
      ...(hidden.length > 0 ? [this.#more] : []),
      ...(this.#isOpen ? hidden.map(action => labelledButton(id, action)) : []),
      ...at('icon').map(action => iconButton(id, action)),
    ]);
  }
}

const labelledButton = (turn: string, { action, label, primary }: ActionView): HTMLElement =>
  messageButton(primary ? 'primary' : 'secondary', { kind: 'action', action, turn }, label);

/** Drawn by the style sheet; its words are for who hears it, and for the pointer. */
function iconButton(turn: string, { action, label, chosen = false }: ActionView): HTMLElement {
  const sign = element('span', 'thumb');
  sign.ariaHidden = 'true';
  const button = messageButton(`icon ${action}`, { kind: 'action', action, turn }, sign);
  button.ariaLabel = label;
  button.title = label;
  button.ariaPressed = String(chosen);
  return button;
}
