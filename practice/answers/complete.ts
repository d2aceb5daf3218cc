import { indentOf, indentStep } from '../code/change.ts';
import { variablesOf } from '../code/declarations.ts';
import { isScript } from '../code/language.ts';
import type { ReadSource } from '../code/readSource.ts';

const openers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Continues a code at its end by rules: finishes the statement, then closes what is open. Text to insert, no fence. */
export function complete(source: ReadSource): string {
  const { code, masked, language } = source;
  const last = masked.text.split('\n').at(-1) ?? '';
  const end = isScript(language) || language.bodies === 'braces' ? ';' : '';
  const variable = variablesOf(source).at(-1) ?? source.units.at(-1)?.parameters[0]?.name ?? '';
  const indent = indentOf(code, code.length);
  if (/\breturn\s*$/.test(last)) return `${last.endsWith(' ') ? '' : ' '}${variable}${end}`;
  if (/[{:]\s*$/.test(last)) {
    const body = `\n${indent}${indentStep(code, language.id)}return${variable === '' ? '' : ` ${variable}`}${end}`;
    return language.bodies === 'indentation' ? body : `${body}\n${indent}}`;
  }
  const open = openBrackets(last);
  return open === '' ? '' : `${open}${last.trimStart().startsWith('if') ? '' : end}`;
}

function openBrackets(masked: string): string {
  const open: string[] = [];
  for (const character of masked) {
    const closer = openers[character];
    if (closer !== undefined) open.unshift(closer);
    else if (character === open[0]) open.shift();
  }
  return open.join('');
}
