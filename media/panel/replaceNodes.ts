import { carryScrollerName } from './scrollers.ts';

/**
 * Makes `next` the content of `parent` from child `from` on. What is equal stays as it is, with selection, scroll position,
 * focus and opened details. The focus of a button that went returns to the new button that says the same, else to the turn's
 * heading: never to the page's beginning, and never to a button that does something else.
 */
export function replaceNodes(parent: HTMLElement, next: readonly Node[], from = 0): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const nth = focused === null ? 0 : sameButtons(parent, focused).indexOf(focused);
  next.forEach((node, index) => place(parent, node, parent.childNodes[from + index]));
  while (parent.childNodes.length > from + next.length) parent.lastChild?.remove();
  if (focused === null || focused === document.activeElement) return;
  const buttonOrHeading = sameButtons(parent, focused)[nth] ?? parent.closest('article')?.querySelector('h2');
  const heir = focused.isConnected ? focused : buttonOrHeading; // connected: it was only moved, which costs the focus too
  if (heir instanceof HTMLElement) heir.focus({ preventScroll: true });
}

function place(parent: HTMLElement, node: Node, current: ChildNode | undefined): void {
  if (current === undefined) parent.append(node);
  else if (current !== node) become(current, node);
}

/** Changes as little as makes `current` equal to `node`: within a growing list or table the rows stay, in a growing text what is selected. */
function become(current: ChildNode, node: Node): void {
  if (current instanceof HTMLDetailsElement && node instanceof HTMLDetailsElement) node.open = current.open;
  carryScrollerName(current, node);
  if (current.isEqualNode(node)) return;
  if (current instanceof Text && node instanceof Text) return changeText(current, node.data);
  const isSameShell = current.cloneNode(false).isEqualNode(node.cloneNode(false));
  if (isSameShell && current instanceof HTMLElement) replaceNodes(current, [...node.childNodes]);
  else current.replaceWith(node);
}

function changeText(current: Text, data: string): void {
  if (data.startsWith(current.data)) return current.appendData(data.slice(current.length));
  let same = 0;
  while (same < data.length && data[same] === current.data[same]) same += 1;
  current.replaceData(same, current.length - same, data.slice(same));
}

function sameButtons(parent: HTMLElement, button: Element): readonly Element[] {
  const message = button.getAttribute('data-message');
  return [...parent.querySelectorAll('button[data-message]')].filter(
    each => each.getAttribute('data-message') === message,
  );
}
