import type { PanelLabels } from '../../src/shared/protocol.ts';

/** Blocks that can be wider or higher than their place. */
const blocks = 'pre, .answer table';

/**
 * Blocks of code and tables that do not fit can be reached by the keyboard and have a name; what fits is no stop on the way.
 * Called after what is shown, or its width, changed.
 */
export function nameScrollers(root: Element, labels: PanelLabels): void {
  for (const block of root.querySelectorAll<HTMLElement>(blocks)) {
    const isScroller = block.scrollWidth > block.clientWidth + 1 || block.scrollHeight > block.clientHeight + 1;
    if (isScroller === block.hasAttribute('tabindex')) continue;
    if (isScroller) nameScroller(block, block instanceof HTMLTableElement ? labels.table : labels.code);
    else for (const attribute of ['tabindex', 'role', 'aria-label']) block.removeAttribute(attribute);
  }
}

function nameScroller(block: HTMLElement, name: string): void {
  block.tabIndex = 0;
  block.ariaLabel = name;
  if (!(block instanceof HTMLTableElement)) block.role = 'group';
}

/** A block that is drawn anew is still the one that could be reached. */
export function carryScrollerName(from: Node, to: Node): void {
  if (!(from instanceof HTMLElement) || !(to instanceof HTMLElement) || !from.matches(blocks)) return;
  if (from.hasAttribute('tabindex') && from.tagName === to.tagName) nameScroller(to, from.ariaLabel ?? '');
}
