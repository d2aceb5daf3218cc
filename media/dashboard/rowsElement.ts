import type { RowsDrawing } from '../../src/shared/dashboardProtocol.ts';
import { element } from '../panel/element.ts';

/** A bar for each of a few names; the words say the same, so the bars are for the eyes alone. */
export function rowsElement({ rows }: RowsDrawing): HTMLElement {
  const items = rows.map(({ name, text, share, look }) => {
    const bar = element('progress', `look-${look}`);
    bar.max = 1;
    bar.value = share;
    bar.ariaHidden = 'true';
    return element('li', '', element('span', 'name', name), bar, element('span', 'text', text));
  });
  return element('ul', 'rows', ...items);
}
