import { indentOf } from '../code/change.ts';
import { commentLine } from '../code/language.ts';
import { readSource, type ReadSource } from '../code/readSource.ts';
import { fence } from '../wording/fence.ts';
import { editRules } from './all.ts';
import { rename, renameSign } from './rename.ts';

/**
 * Does what an instruction asks for, by every rule that fits it, and answers with one block holding the whole code. Where
 * no rule fits, the code stays as it is below a comment that says so; nothing is ever left out.
 */
export function edit(source: ReadSource, instruction: string): string {
  // The names of a renaming are no wishes: "rename comment to note" asks for no comment.
  const wishes = instruction.replace(renameSign, ' ');
  const changed = editRules.reduce((current, rule) => {
    const wish = rule === rename ? instruction : wishes;
    return rule.sign.test(wish) ? readSource(rule.apply(current, wish), current.language) : current;
  }, source);
  const { code, language } = changed;
  return code === source.code ? unchanged(source, instruction) : fence(code, language.id);
}

function unchanged({ code, language }: ReadSource, instruction: string): string {
  const wish = instruction.replace(/\s+|\*\/|-->/g, ' ').slice(0, 120);
  const says = `practice: no rule can do this ("${wish}"); a model would have to. The code is as it was.`;
  const comment = commentLine(language, says);
  if (comment === undefined) return `${says}\n\n${fence(code, language.id)}`;
  const at = /^#![^\n]*\n/.exec(code)?.[0].length ?? 0;
  return fence(`${code.slice(0, at)}${indentOf(code, at)}${comment}\n${code.slice(at)}`, language.id);
}
