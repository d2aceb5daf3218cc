import { element } from './element.ts';
import type { Turn } from './turn.ts';

/** Says to screen readers what happened. The page's only live region: streamed text never stands in it. */
export interface Announcer {
  readonly element: HTMLElement;
  say(words: string): void;
}

export function createAnnouncer(): Announcer {
  const region = element('div', 'visually-hidden');
  region.role = 'status';
  return {
    element: region,
    say: words => {
      region.textContent = words === region.textContent ? `${words}\u00a0` : words; // what does not change is not said again
    },
  };
}

/** What of a turn is worth saying after an update: its status, the notice, the facts and the comparison that came, if they are news. */
export function newsOf({ shown: now }: Turn, before: Turn['shown']): string {
  if (now === undefined) return '';
  const isOld = before === undefined && now.phase !== 'working'; // a panel that came back is no news
  if (isOld) return '';
  const status = now.status === before?.status ? '' : now.status;
  const notice = now.notice?.title === before?.notice?.title ? '' : (now.notice?.title ?? '');
  const compared = before?.comparison === undefined ? now.comparison : undefined;
  const agreement = compared ? [compared.title, compared.lines[0] ?? ''].join(': ') : '';
  const told = before?.facts === undefined ? now.facts : undefined;
  const facts = told ? `${told.title}: ${told.facts.map(({ text }) => text).join(' ')}` : '';
  return [notice, facts, agreement, status]
    .filter(words => words !== '')
    .join('. ')
    .replaceAll('.. ', '. ');
}
