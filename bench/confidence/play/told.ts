import type { Confidence, SignCode } from '../../../src/core/model/answer.ts';
import { verdictOf } from '../../../src/core/confidence/verdict.ts';
import type { Labelled } from '../set/labelled.ts';

/** What a person sees of an answer: it waits for a decision, has a disclaimer, facts beside the diff, or nothing of these. */
export type Telling = 'review' | 'disclaim' | 'fact' | 'nothing';

/** The defaults that users have. */
const thresholds = { auto: 0.8, review: 0.5 };

/**
 * What is told of an answer. The one place that decides what counts: facts that stand beside a diff are counted here, where an
 * assessment comes to have them.
 */
export function toldOf({ group }: Labelled, confidence: Confidence | undefined): Telling {
  const verdict = verdictOf(confidence, thresholds);
  if (verdict !== 'pass') return verdict;
  const telling = factsThatTell[group];
  return confidence?.signs.some(({ weight, code }) => weight === 'fact' && telling?.has(code)) ? 'fact' : 'nothing';
}

/** Which facts say of an answer what is bad in it: those of another kind are no merit. */
const factsThatTell: Partial<Record<Labelled['group'], ReadonlySet<SignCode>>> = {
  lost: new Set(['code-gone', 'declaration-gone', 'comments-gone', 'signature-changed']),
  names: new Set(['names-lost', 'names-missing', 'members-missing', 'packages-missing']),
  'bad explanations': new Set(['unknown-names', 'other-language']),
  'good explanations': new Set(['unknown-names', 'other-language']),
  flips: new Set(['operator-changed', 'literal-changed', 'condition-negated', 'await-gone', 'arguments-swapped']),
};
