import type { Confidence } from '../../../src/core/model/answer.ts';

/** What the words that an answer is shown with may say of it. */
export type Claim = 'whole' | 'parses' | 'names' | 'meaning';

/**
 * What the words that stand beside an answer say (`interaction/text/trustText.ts`): 'The code has no syntax error' says that it parses where it
 * is put; that it parses read by itself does not. That no
 * unknown name was found, and that it was compared with what was there before, tells what was done, and that its meaning was not
 * checked is said with it: neither says anything of the code. A doubted answer is not said to be anything.
 */
export function claimsOf({ tier, signs }: Confidence): readonly Claim[] {
  return tier === 'checked' && signs.some(({ code, facts }) => code === 'parses' && facts['place'] !== 'alone')
    ? ['parses']
    : [];
}
