import type { Material } from './assessor.ts';
import { codesIn } from './hiddenCharacters.ts';
import type { Sign } from '../model/answer.ts';
import { marksIn } from '../unicode/hiddenMarks.ts';

/** A mark for a hidden character that nothing stands for, invented or misspelt: code with it must not replace other code. */
export function marksLeft(material: Material): readonly Sign[] {
  if (material.expects.form !== 'code') return [];
  const own = new Set(marksIn(material.expects.code));
  const left = codesIn(material).flatMap(code => marksIn(code).filter(mark => !own.has(mark)));
  return left.length === 0 ? [] : [{ code: 'mark-left', weight: 'hard', facts: { marks: left.length } }];
}
