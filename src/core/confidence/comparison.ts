import { asksForLess, answerCode, type Material } from './assessor.ts';
import type { Sign } from '../model/answer.ts';

const leastCharacters = 300; // about ten lines: below, a good edit may well be a third as long
const leastShare = 0.4; // chosen, not measured; costs a disclaimer, no more

/** The code beside what it replaces: the same, or so much shorter that something was probably left out. */
export function comparison(material: Material): readonly Sign[] {
  const code = answerCode(material);
  if (code === undefined || code.trim() === '') return [];
  const before = material.expects.code;
  if (code.trimEnd() === before.trimEnd()) return [{ code: 'unchanged', weight: 'soft', facts: {} }];
  const share = weightOf(code) / weightOf(before);
  if (weightOf(before) < leastCharacters || share >= leastShare || asksForLess(material.instruction)) return [];
  return [{ code: 'much-shorter', weight: 'soft', facts: { percent: Math.round(share * 100) } }];
}

const weightOf = (code: string): number => code.replace(/\s+/g, '').length;
