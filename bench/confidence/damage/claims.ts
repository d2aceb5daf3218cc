import type { Confidence } from '../../../src/core/model/answer.ts';

/** What the words that an answer is shown with may say of it. */
export type Claim = 'whole' | 'parses' | 'names' | 'meaning';

/**
 * What the words of a tier say. 'checked' is shown without a limit, so it says all; 'doubtful' and 'unchecked' claim nothing. Where
 * words come to say what exactly was looked at, it is told here.
 */
export function claimsOf({ tier }: Confidence): readonly Claim[] {
  return tier === 'checked' || tier === 'verified' ? ['whole', 'parses', 'names', 'meaning'] : [];
}
