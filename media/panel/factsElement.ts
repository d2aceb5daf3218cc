import type { FactsView } from '../../src/shared/protocol.ts';
import { element } from './element.ts';
import { messageButton } from './messageButton.ts';

/** What an answer changes, under a heading of its own; a fact that belongs to a line leads there. */
export function factsElement(turn: string, { title, facts }: FactsView): HTMLElement {
  const list = element(
    'ul',
    '',
    ...facts.map(({ text, at }, fact) =>
      element('li', '', at === undefined ? text : messageButton('link', { kind: 'fact', turn, fact }, text)),
    ),
  );
  const section = element('section', 'facts', element('h3', '', title), list);
  section.role = 'group';
  section.ariaLabel = title;
  return section;
}
