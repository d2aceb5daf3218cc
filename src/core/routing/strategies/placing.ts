import type { TargetClass } from '../../model/target.ts';
import type { PlaceReason } from '../../model/note.ts';
import type { Ranked } from '../../model/question.ts';
import type { Candidate } from './strategy.ts';

/** In order; equal ones stay as they stand in the chain. */
export const sortedBy = (
  candidates: readonly Candidate[],
  compare: (one: Candidate, other: Candidate) => number,
): readonly Candidate[] => candidates.toSorted(compare);

/**
 * What costs less goes first, an unknown price last. An attempt that fails is paid for in part and asked again elsewhere, so who
 * often fails costs more than it says.
 */
export function byCost(one: Candidate, other: Candidate): number {
  const [mine, others] = [likelyUsd(one), likelyUsd(other)];
  if (mine === others) return 0;
  return mine - others;
}

function likelyUsd({ facts: { costUsd, failureShare } }: Candidate): number {
  return costUsd === undefined ? Infinity : costUsd / Math.max(0.001, 1 - failureShare);
}

/** Each with its reason; one for which the prompt would have to be cut stands behind all that take it whole. */
export function fitFirst(
  order: readonly Candidate[],
  reasonOf: (candidate: Candidate) => PlaceReason,
): readonly Ranked[] {
  const whole = order.filter(({ facts }) => facts.fits);
  const cut = order.filter(({ facts }) => !facts.fits);
  const cutReason = (candidate: Candidate): PlaceReason =>
    whole.length === 0 ? reasonOf(candidate) : { code: 'too-small' };
  return [
    ...whole.map(candidate => ({ target: candidate.target, because: reasonOf(candidate) })),
    ...cut.map(candidate => ({ target: candidate.target, because: cutReason(candidate) })),
  ];
}

const strengths: Readonly<Record<TargetClass, number>> = { simple: 0, medium: 1, complex: 2 };

/** How strong a class is; only which is more means anything. */
export const strengthOf = (one: TargetClass): number => strengths[one];
