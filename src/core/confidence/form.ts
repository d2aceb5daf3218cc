import type { Material } from './assessor.ts';
import { familyOf, mayStandIn } from './languages.ts';
import type { Sign } from '../model/answer.ts';

/** Where code was asked for: is there one block of it, in the right language? Facts: how many `blocks`, which language was `found`. */
export function form({ expects, reading, text }: Material): readonly Sign[] {
  if (!reading || text.trim() === '') return [];
  switch (reading.is) {
    case 'no-code':
      return [{ code: 'no-code', weight: 'hard', facts: {} }];
    case 'diff':
      return [{ code: 'wrong-language', weight: 'hard', facts: { found: 'diff' } }];
    case 'several':
      return [{ code: 'several-blocks', weight: 'soft', facts: { blocks: reading.blocks } }];
    case 'code':
      return [...tooMany(reading.blocks), ...wrongLanguage(expects.language, reading.block?.info ?? '')];
  }
}

const tooMany = (blocks: number): readonly Sign[] =>
  blocks > 1 ? [{ code: 'several-blocks', weight: 'soft', facts: { blocks } }] : [];

function wrongLanguage(language: string, info: string): readonly Sign[] {
  const wanted = familyOf(language);
  const found = familyOf(info);
  if (wanted === undefined || found === undefined || mayStandIn(found, wanted)) return [];
  return [{ code: 'wrong-language', weight: 'soft', facts: { found } }];
}
