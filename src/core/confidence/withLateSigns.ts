import type { Confidence, Sign } from '../model/answer.ts';
import { confidenceOf } from './assess.ts';

/**
 * A confidence with what was found after the answer was shown. What is only told leaves it as it is. What was run decides anew: it makes
 * an answer that nothing speaks against 'verified', and a run that ended badly makes it doubtful. Of runs of the same name the last counts.
 */
export function withLateSigns(confidence: Confidence, late: readonly Sign[]): Confidence {
  const ran = late.filter(isRun);
  if (ran.length === 0) return { ...confidence, signs: [...confidence.signs, ...late.filter(isNew(confidence))] };
  const names = new Set(ran.map(({ facts }) => facts['name']));
  const kept = confidence.signs.filter(sign => !isRun(sign) || !names.has(sign.facts['name']));
  const signs = [...kept.filter(({ code }) => code !== 'not-assessed'), ...late];
  const anew = confidenceOf(signs, { whole: true });
  const isVerified = anew.tier !== 'doubtful' && signs.some(({ code }) => code === 'ran-well');
  return isVerified ? { ...anew, tier: 'verified' } : anew;
}

/** What a compiler has said of an edit, a language service may say once more when it stands in its file. */
const isNew = ({ signs }: Confidence) => {
  const said = new Set(signs.map(saidBy));
  return (sign: Sign): boolean => sign.code !== 'new-error' || !said.has(saidBy(sign));
};

const saidBy = ({ code, facts }: Sign): string => `${code} ${facts['message'] ?? ''}`;

const isRun = ({ code }: Sign): boolean => code === 'ran-well' || code === 'ran-badly';
