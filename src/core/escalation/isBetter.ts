import type { Answer, Confidence } from '../model/answer.ts';

/**
 * Is the second answer better than the first? One without a hard fact against it is better than one with, then the higher
 * score is; of equal ones the first stays. One that nobody has looked at, or in which the provider declined, is never better.
 */
export function isBetter(second: Answer, first: Answer): boolean {
  const [one, other] = [first.confidence, second.confidence];
  if (!other || second.finish === 'refused' || isUnseen(other)) return false;
  if (!one) return false;
  const [hadFault, hasFault] = [isUnfit(one), isUnfit(other)];
  return hadFault === hasFault ? other.score > one.score : hadFault;
}

const isUnfit = ({ signs }: Confidence): boolean => signs.some(({ weight }) => weight === 'hard');

const isUnseen = ({ signs }: Confidence): boolean => signs.some(({ code }) => code === 'not-assessed');
