import type { Action, ActionView } from '../../shared/protocol.ts';

/** How many buttons with words stand under an answer: more of them and none is found. */
export const mostLabelled = 4;

/** What is wanted seldom: it stands in the row where there is room for it, else it is shown on demand. */
const rare: readonly Action[] = [
  'askAnother',
  'secondOpinion',
  'alwaysUse',
  'doNotAlwaysUse',
  'keepForReview',
  'openSettings',
  'showLog',
];

/** The primary button first, else as they came; the ones that do not stand in the row say where they are found. */
export function placeActions(actions: readonly ActionView[]): readonly ActionView[] {
  const ordered = actions.toSorted((one, other) => Number(other.primary) - Number(one.primary));
  const labelled = ordered.filter(({ place }) => place === undefined);
  const row = new Set(labelled.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, mostLabelled));
  return ordered.map(action =>
    action.place !== undefined || row.has(action) ? action : { ...action, place: 'more' as const },
  );
}

/** The answer's own result comes next to the primary action: without it nothing else is worth a button. */
function rankOf({ action, primary }: ActionView): number {
  if (primary) return 0;
  if (action === 'showEdit') return 1;
  return rare.includes(action) ? 3 : 2;
}
