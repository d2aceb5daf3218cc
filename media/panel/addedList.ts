import type { AddedView, PanelLabels } from '../../src/shared/protocol.ts';
import { element } from './element.ts';
import { messageButton } from './messageButton.ts';
import { replaceNodes } from './replaceNodes.ts';

/** What goes along with the next question: each with its tokens and a button that takes it away. */
export class AddedList {
  readonly element = element('ul', 'added');

  constructor() {
    this.element.hidden = true;
  }

  update(added: readonly AddedView[], { added: name }: Pick<PanelLabels, 'added'>): void {
    this.element.ariaLabel = name;
    this.element.hidden = added.length === 0;
    replaceNodes(this.element, added.map(chip));
  }
}

function chip({ id, name, tokens, remove }: AddedView): HTMLElement {
  const button = messageButton('remove', { kind: 'removeAdded', id }, '×');
  button.ariaLabel = remove;
  button.title = remove;
  return element('li', '', element('span', 'name', name), element('span', 'tokens', tokens), button);
}
