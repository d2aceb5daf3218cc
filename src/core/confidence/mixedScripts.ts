import type { Material } from './assessor.ts';
import { codesIn, lineAt } from './hiddenCharacters.ts';
import type { Sign } from '../model/answer.ts';
import { nameOfCharacter } from '../unicode/hiddenText.ts';
import { lookAlikesIn } from '../unicode/lookAlikes.ts';

/** A name in code that passes for another (CVE-2021-42694). Facts: the letter that looks like a Latin one, its line. */
export function mixedScripts(material: Material): readonly Sign[] {
  const own = new Set(lookAlikesIn(material.expects.code).map(({ name }) => name));
  for (const code of codesIn(material)) {
    const found = lookAlikesIn(code).find(({ name }) => !own.has(name));
    if (!found) continue;
    const facts = { character: nameOfCharacter(found.character), line: lineAt(code, found.index) };
    return [{ code: 'mixed-scripts', weight: 'soft', facts }];
  }
  return [];
}
