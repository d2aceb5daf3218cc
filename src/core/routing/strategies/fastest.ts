import { fitFirst, sortedBy } from './placing.ts';
import type { PlaceReason } from '../../model/note.ts';
import type { Candidate, Strategy } from './strategy.ts';

/** Who is so little slower is not slower: else two that are alike would take turns. */
const alikeShare = 0.1;
/**
 * Of so many questions one that was not heard from lately goes first, to learn how it does: who takes at most `promisingTimes` as long
 * as the fastest may have become the fastest, who takes longer hardly. Asking the slow ones as often took p95 from 0.27 of the chain's
 * to 0.31 (`npm run bench -- routing`, seeds 9001 to 9020 and 301 to 360); never asking them would hold for ever.
 */
const probeShares = { promising: 0.05, slow: 0.005 };
const promisingTimes = 2;
/**
 * And of so many one whose latest answer was quicker than the usual one of who is the fastest now, for it may be well again, or one of
 * which nothing is known at all: each costs a few questions, and then it is known.
 */
const newsShare = 0.5;
/** Not who has just failed in place of becoming known: else half of all questions would go to one that always fails. */
const unwell = 0.5;

/**
 * The soonest useful answer, by what was seen lately. One that fails costs its own time and that of the next one, so failures count
 * as slowness. One of which nothing is known stands behind the others, and soon goes first once. Who was not heard from lately, or has
 * just been quick, goes first now and then: else nobody would learn that it is well again.
 */
export const fastest: Strategy = (_demand, candidates, chance) => {
  const known = sortedBy(
    candidates.filter(candidate => likelyMs(candidate) !== undefined),
    (one, other) => (likelyMs(one) ?? 0) - (likelyMs(other) ?? 0),
  );
  const unknown = candidates.filter(candidate => likelyMs(candidate) === undefined);
  const order = [...alikeInOrder(known, candidates), ...unknown];
  const probed = toBeProbed(order, chance);
  const inOrder = probed ? [probed, ...order.filter(each => each !== probed)] : order;
  return fitFirst(inOrder, candidate => reasonOf(candidate, candidate === probed));
};

/** Who is asked to learn how it does, instead of the fastest; undefined: nobody, by chance or because nothing could be learnt. */
function toBeProbed([first, ...others]: readonly Candidate[], chance: () => number): Candidate | undefined {
  const usualMs = first && likelyMs(first);
  if (usualMs === undefined) return undefined; // nothing is known of anybody, so the chain teaches
  const drawn = chance();
  const able = others.filter(({ facts }) => facts.isReady && facts.fits);
  const news = able.find(({ facts: { expectedMs, latestMs, failureShare } }) =>
    expectedMs === undefined ? failureShare < unwell : isBelow(latestMs, usualMs),
  );
  if (news) return drawn < newsShare ? news : undefined;
  const stale = able.filter(({ facts }) => facts.isStale);
  const promising = stale.filter(one => isBelow(likelyMs(one), promisingTimes * usualMs));
  if (drawn < probeShares.slow) return oneOf(stale, chance);
  return drawn < probeShares.promising ? oneOf(promising, chance) : undefined;
}

const isBelow = (ms: number | undefined, limitMs: number): boolean => ms !== undefined && ms < limitMs;

/** Any of them: else the nearest would be asked each time, and the others never. */
const oneOf = <T>(list: readonly T[], chance: () => number): T | undefined => list[Math.floor(chance() * list.length)];

/** A tenth that fail make it a tenth slower, and one that always fails is never the fastest. */
function likelyMs({ facts: { expectedMs, failureShare } }: Candidate): number | undefined {
  return expectedMs === undefined ? undefined : expectedMs / Math.max(0.001, 1 - failureShare);
}

/** Those that are about as fast as the fastest, as they stand in the chain; behind them the others. */
function alikeInOrder(known: readonly Candidate[], chain: readonly Candidate[]): readonly Candidate[] {
  const [first] = known;
  const limitMs = ((first && likelyMs(first)) ?? 0) * (1 + alikeShare);
  const alike = chain.filter(candidate => known.includes(candidate) && (likelyMs(candidate) ?? Infinity) <= limitMs);
  return [...alike, ...known.filter(candidate => !alike.includes(candidate))];
}

function reasonOf({ facts: { expectedMs } }: Candidate, isProbed: boolean): PlaceReason {
  if (isProbed) return { code: 'probe' };
  return expectedMs === undefined ? { code: 'chain' } : { code: 'fastest', expectedMs };
}
