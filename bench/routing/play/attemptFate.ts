import { chanceOf } from '../../chaos/server/chance.ts';
import { normalOf } from '../worlds/draws.ts';
import { firstShare, isOut, usualMsAt, type Nature, type World } from '../worlds/world.ts';
import type { Asked } from '../worlds/questions.ts';

/** What would happen if this question went to this target then: the same for whoever sends it there. */
export interface AttemptFate {
  readonly went: 'answered' | 'failed' | 'timed-out';
  readonly tookMs: number;
  readonly firstTokenMs: number;
  readonly answerTokens: number;
  /** A number in [0, 1): with a chance above it, the answer is kept. */
  readonly luck: number;
}

const failing = { usual: 0.01, out: 0.9 };
/** Half of what fails says so soon, the other half says nothing until its time is over. */
const failedMs = 700;
const timedOutMs = 12_000;

/** What becomes of one attempt. Chance is of the question and the target alone, so that all policies meet the same. */
export function attemptFateOf(world: World, nature: Nature, asked: Asked): AttemptFate {
  const place = world.natures.indexOf(nature);
  const draw = (what: number): number => chanceOf(world.seed, asked.number, place, what);
  const answerTokens = Math.max(10, Math.round(asked.answerTokens * Math.exp(0.4 * normalOf(draw(1), draw(2)))));
  const share = isOut(nature, asked.at) ? failing.out : failing.usual;
  if (draw(3) < share) {
    const isSaid = draw(4) < 0.5;
    const tookMs = isSaid ? failedMs : timedOutMs;
    return { went: isSaid ? 'failed' : 'timed-out', tookMs, firstTokenMs: tookMs, answerTokens: 0, luck: 1 };
  }
  const tookMs = usualMsAt(nature, asked.at, answerTokens) * Math.exp(0.35 * normalOf(draw(5), draw(6)));
  const share400 = firstShare / (firstShare + ((1 - firstShare) * answerTokens) / 400);
  return { went: 'answered', tookMs, firstTokenMs: tookMs * share400, answerTokens, luck: draw(7) };
}
