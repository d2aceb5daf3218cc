import { chanceFor, shuffled } from '../code/chance.ts';
import { isScript } from '../code/languages.ts';
import { syntaxErrors } from '../code/scriptTree.ts';
import type { Unit } from '../code/unit.ts';
import { addComment, addGuard, addLogging } from './additions.ts';
import { extractConstant, nameResult } from './extractions.ts';
import type { GoodEdit, GoodRule } from './goodEdit.ts';
import { rename } from './rename.ts';

/** How code is changed well; a new way is its row. */
export const goodRules: Readonly<Record<string, GoodRule>> = {
  rename,
  'add a comment': addComment,
  'add a guard': addGuard,
  'add logging': addLogging,
  'extract a constant': extractConstant,
  'name the result': nameResult,
};

/** A good edit of a unit by the first rule, in an order by chance, that finds something; none: undefined. */
export function goodEditOf(unit: Unit, seed: number): GoodEdit | undefined {
  const chance = chanceFor(seed, 'good', unit.package, unit.file, unit.startLine, unit.names.length);
  for (const [rule, change] of shuffled(Object.entries(goodRules), chance)) {
    const made = change(unit, chance);
    if (made && made.code !== unit.code && stillParses(unit, made.code)) return { unit, rule, ...made };
  }
  return undefined;
}

/** Where TypeScript's compiler reads the language, it must find no fault with the file and the edit in it. */
const stillParses = ({ language, before, after }: Unit, code: string): boolean =>
  !isScript(language) || syntaxErrors(language, before + code + after) === 0;
