import type { ReadSource } from '../code/readSource.ts';
import { count, tick, tickAll } from '../wording/words.ts';

/** What can be said of a text that no rule knows the structure of: its headings or keys, its first line, its words. */
export function describeText({ code, language }: ReadSource): string {
  const lines = code.split('\n').filter(line => line.trim() !== '');
  const headings = lines.flatMap(line => /^(?:#+\s+|\[)([^\]\n]+?)\]?$/.exec(line.trim())?.[1] ?? []);
  const keys = lines.flatMap(line => /^([\w.-]+)\s*[:=](?:\s|$)/.exec(line)?.[1] ?? []);
  const said = [
    lines.length > 0 && `It begins with ${tick(lines[0] ?? '')} and has ${count(lines.length, 'line')} with text.`,
    headings.length > 0 && language.id !== 'shellscript' && `Its headings are ${tickAll(headings)}.`,
    keys.length > 0 && `At its top level it sets ${tickAll([...new Set(keys)])}.`,
    `The words that stand out are ${tickAll(frequentWords(code))}.`,
  ];
  return said.filter(part => part !== false).join(' ');
}

function frequentWords(code: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word] of code.matchAll(/[A-Za-z_][\w-]{3,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 5)
    .map(([word]) => word);
}
