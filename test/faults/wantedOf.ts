import type { Seen } from './lookAt.ts';
import type { Expected } from './stage/row.ts';
import { answerText } from './stage/wires.ts';

/** What must have been seen, with the defaults that `Expected` names. */
export function wantedOf(expected: Expected, hasSecond: boolean, seen: Seen): Partial<Record<keyof Seen, unknown>> {
  const { ends = 'answered', spent = 'nothing', answerSpent = 'exact', facts, tookMs, said, ...others } = expected;
  const { leavesSockets: _leftLater, ...rest } = others; // looked at when all is over
  const isAnswer = ['answered', 'refused', 'length'].includes(ends);
  const by = expected.by ?? (isAnswer ? (hasSecond ? 'backup' : 'target') : 'nobody');
  return {
    attempts: expected.requests,
    trips: 0,
    gate: undefined,
    stored: ends === 'answered' && by === 'target',
    text: isAnswer ? answerText : undefined,
    partial: undefined,
    ...rest,
    ends,
    by,
    spent: seen.spent.map(() => spent),
    answerSpent: seen.answerSpent.map(() => answerSpent),
    ...(said !== undefined && { said: said ?? undefined }),
    ...(facts && { facts: { ...seen.facts, ...facts } }),
    ...(tookMs !== undefined && { tookMs: inRange(tookMs, seen.tookMs) }),
  };
}

/** A range becomes the time itself where that lies in it. */
function inRange(wanted: NonNullable<Expected['tookMs']>, tookMs: number): number | string {
  if (typeof wanted === 'number') return wanted;
  const [from, to] = wanted;
  return tookMs >= from && tookMs <= to ? tookMs : `from ${from} to ${to}`;
}
