import { applyChanges, type Change, indentOf, indentStep } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { Range } from '../code/mask.ts';
import type { ReadSource } from '../code/readSource.ts';
import { bodyIndent, type Unit } from '../code/unit.ts';
import { type EditRule, outermost, unitsMeant } from './editRule.ts';

/** Wraps the bodies of functions so that an error says where it happened, and carries its cause. */
export const handleErrors: EditRule = {
  sign: /\b(errors?|exceptions?)[ -](handling|handler)\b|\b(handle|catch|wrap)\b.*\b(errors?|exceptions?|failures?)\b|\btry\b/i,
  apply: (source, instruction) => {
    const { language, masked, code } = source;
    if (!isScript(language) && language.id !== 'python') return code;
    const units = outermost(unitsMeant(source, instruction)).filter(
      ({ body, bodyStart, bodyEnd, name }) =>
        body === 'block' &&
        name !== 'constructor' &&
        !/^\s*try\b/.test(masked.text.slice(bodyStart, bodyEnd)) &&
        masked.text.slice(bodyStart, bodyEnd).trim() !== '',
    );
    return applyChanges(
      code,
      units.map(unit => (isScript(language) ? wrapScript(source, unit) : wrapPython(source, unit))),
    );
  },
};

function wrapScript(source: ReadSource, { name, start, bodyStart, bodyEnd }: Unit): Change {
  const { code, language } = source;
  const step = indentStep(code, language.id);
  const outer = indentOf(code, start);
  const isOneLine = !code.slice(bodyStart, bodyEnd).includes('\n');
  const body = isOneLine
    ? `${outer}${step}${step}${code.slice(bodyStart, bodyEnd).trim()}`
    : indented(source, trimmed(source, { start: bodyStart, end: bodyEnd }), step);
  const indent = `${outer}${step}`;
  const text = [
    '',
    `${indent}try {`,
    body,
    `${indent}} catch (error) {`,
    `${indent}${step}throw new Error('${name} failed', { cause: error });`,
    `${indent}}`,
    outer,
  ].join('\n');
  return { start: bodyStart, end: bodyEnd, text };
}

function wrapPython(source: ReadSource, unit: Unit): Change {
  const { code, language, masked } = source;
  const { name, bodyStart, bodyEnd } = unit;
  const step = indentStep(code, language.id);
  const docstring =
    /^\s*[rbuf]{0,2}("""|''')\s*\1[^\n]*\n/i.exec(masked.text.slice(bodyStart, bodyEnd))?.[0].length ?? 0;
  const start = bodyStart + docstring;
  if (code.slice(start, bodyEnd).trim() === '') return { start, end: start, text: '' };
  const indent = bodyIndent(source, unit);
  const text = [
    `${indent}try:`,
    indented(source, { start, end: bodyEnd }, step),
    `${indent}except Exception as error:`,
    `${indent}${step}raise RuntimeError('${name} failed') from error`,
  ].join('\n');
  return { start, end: bodyEnd, text };
}

/** Without the line breaks behind the opening and before the closing bracket. */
function trimmed({ code }: ReadSource, { start, end }: Range): Range {
  const text = code.slice(start, end);
  return {
    start: start + (/^[ \t]*\n/.exec(text)?.[0].length ?? 0),
    end: end - (/\n[ \t]*$/.exec(text)?.[0].length ?? 0),
  };
}

/** Every line one step further in; lines inside of a string of several lines stay as they are. */
function indented({ code, masked }: ReadSource, { start, end }: Range, step: string): string {
  let at = start;
  const lines = code
    .slice(start, end)
    .split('\n')
    .map(line => {
      const from = at;
      at += line.length + 1;
      const isInString = masked.strings.some(range => range.start < from && from <= range.end);
      return line.trim() === '' || isInString ? line : `${step}${line}`;
    });
  return lines.join('\n');
}
