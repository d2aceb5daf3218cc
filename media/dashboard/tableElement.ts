import type { TableView } from '../../src/shared/dashboardProtocol.ts';
import { element } from '../panel/element.ts';

/** A chart as a table that can be scrolled by keyboard. */
export function tableElement({ caption, columns, rows, hasNumbers }: TableView, name: string): HTMLElement {
  const heads = columns.map(column => {
    const head = element('th', '', column);
    head.scope = 'col';
    return head;
  });
  const lines = rows.map(([first = '', ...cells]) => {
    const head = element('th', '', first);
    head.scope = 'row';
    return element('tr', '', head, ...cells.map(cell => element('td', '', cell)));
  });
  const table = element(
    'table',
    hasNumbers ? 'numbers' : 'words',
    element('caption', '', caption),
    element('thead', '', element('tr', '', ...heads)),
    element('tbody', '', ...lines),
  );
  const scroller = element('div', 'scroller', table);
  scroller.role = 'group';
  scroller.ariaLabel = name;
  scroller.tabIndex = 0;
  return scroller;
}
