import type { FollowUp } from './followUp.ts';

/** Alt and an arrow go to the question before or after, behind the last one to the field; as in lists, not past the first. */
export function walkTurns(
  event: KeyboardEvent,
  main: HTMLElement,
  followUp: Pick<FollowUp, 'element' | 'focus'>,
): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const turns = [...main.querySelectorAll<HTMLElement>('.turn')];
  const question = turns[placeOf(turns, followUp.element, step) + step]?.querySelector<HTMLElement>('h2');
  if (question) question.focus();
  else if (step === 1) followUp.focus();
}

/** The turn that has the focus, by its number; without one it is the field's when going up, the page's beginning when going down. */
function placeOf(turns: readonly HTMLElement[], field: HTMLElement, step: number): number {
  const { activeElement } = document;
  const at = turns.findIndex(turn => turn.contains(activeElement));
  if (at >= 0) return at;
  return field.contains(activeElement) || step < 0 ? turns.length : -1;
}
