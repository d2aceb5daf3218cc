import type { FromPanel } from '../../src/shared/protocol.ts';
import { readFromPanel } from '../../src/shared/readMessage.ts';
import { element } from './element.ts';

/**
 * A button that says `message` to the extension when it is pressed. The message stands in the document, so that two buttons
 * that look equal and say equal things are equal nodes: redrawing keeps them, and the focus finds its button again.
 */
export function messageButton(
  className: string,
  message: FromPanel,
  ...content: readonly (Node | string)[]
): HTMLButtonElement {
  const button = element('button', className, ...content);
  button.type = 'button';
  button.dataset['message'] = JSON.stringify(message);
  return button;
}

/** Calls `onPress` for every press of a message button within `root`, now or later made. */
export function listenForPresses(
  root: HTMLElement,
  onPress: (message: FromPanel, button: HTMLButtonElement) => void,
): void {
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-message]') : null;
    const message = readFromPanel(JSON.parse(button?.dataset['message'] ?? 'null'));
    if (button !== null && message !== undefined) onPress(message, button);
  });
}
