import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { PlaceReason } from '../../../src/core/model/note.ts';
import type { Route } from '../../../src/core/routing/router.ts';

/**
 * The order in which a question's targets were asked. Why it was that, the journal does not hold whole: what a strategy knew of each
 * target then is not in it. So the order is taken over, and what came of it is played.
 */
export function recordedRoute({ attempts, decisions, first }: QuestionEntry): Route {
  const named = [
    ...(first === undefined ? [] : [first]),
    ...decisions.flatMap(({ kind, target }) => (kind === 'skipped' && target !== undefined ? [target] : [])),
    ...attempts.map(({ target }) => target),
  ];
  const code = decisions.find(({ kind }) => kind === 'routed')?.because;
  const because = Object.values(reasons).find(reason => reason.code === code);
  return (_question, candidates) => {
    if (!because) return candidates.map(target => ({ target, because: { code: 'chain' } }));
    const places = new Map([...new Set(named)].map((id, place) => [id, place]));
    const placeOf = (id: string): number => places.get(id) ?? places.size;
    return candidates
      .toSorted((one, other) => placeOf(one.id) - placeOf(other.id))
      .map(target => ({ target, because }));
  };
}

/** What was compared is not in the journal. */
const reasons: Readonly<Record<PlaceReason['code'], PlaceReason>> = {
  chain: { code: 'chain' },
  class: { code: 'class', wanted: 'medium' },
  stronger: { code: 'stronger', wanted: 'medium' },
  weaker: { code: 'weaker', wanted: 'medium' },
  'stands-in': { code: 'stands-in', wanted: 'medium' },
  'kept-less': { code: 'kept-less', kept: 0, of: 0 },
  fastest: { code: 'fastest', expectedMs: 0 },
  probe: { code: 'probe' },
  cheapest: { code: 'cheapest', costUsd: 0 },
  learned: { code: 'learned', kept: 0, of: 0 },
  chosen: { code: 'chosen' },
  conversation: { code: 'conversation' },
  'too-small': { code: 'too-small' },
};
