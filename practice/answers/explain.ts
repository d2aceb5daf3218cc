import { importsOf, typesOf } from '../code/declarations.ts';
import { factsOf } from '../code/facts.ts';
import type { ReadSource } from '../code/readSource.ts';
import { lineOf } from '../code/source.ts';
import { describeUnit, type Detail, pointsOf } from '../wording/describe.ts';
import { count, listed, sentence, tick, tickAll } from '../wording/words.ts';
import { describeText } from './describeText.ts';
import { explainJson } from './explainJson.ts';
import { risksOf } from './risks.ts';

const MOST_UNITS = 25;
const MOST_OF_COMMENT = 160;

/** Explains a code by its structure, as Markdown; the detail is the model's strength. */
export function explain(source: ReadSource, detail: Detail): string {
  if (source.language.id === 'json') return explainJson(source.code, detail);
  const parts = [overview(source), ...imports(source, detail), ...types(source, detail), ...units(source, detail)];
  if (source.units.length === 0)
    parts.push(source.language.bodies === 'none' ? describeText(source) : loose(source, detail));
  return [...parts, ...(detail > 2 ? remarks(source) : [])].filter(part => part !== '').join('\n\n');
}

function overview(source: ReadSource): string {
  const { code, language, units } = source;
  const lines = count(code.split('\n').length, 'line');
  const functions = units.filter(({ isMethod }) => !isMethod).length;
  const found = [
    count(functions, 'function'),
    count(units.length - functions, 'method'),
    count(typesOf(source).length, 'type'),
  ].filter(text => !text.startsWith('0 '));
  return `This is ${lines} of ${language.title}${found.length === 0 ? '' : ` with ${listed(found)}`}.`;
}

function imports(source: ReadSource, detail: Detail): readonly string[] {
  const modules = importsOf(source).map(({ module }) => module);
  return modules.length === 0 || detail < 2 ? [] : [`It uses ${tickAll(modules)}.`];
}

function types(source: ReadSource, detail: Detail): readonly string[] {
  const found = typesOf(source);
  if (found.length === 0 || detail < 2) return [];
  return [
    sentence(`It declares ${listed(found.map(({ kind, name, line }) => `the ${kind} ${tick(name)} (line ${line})`))}`),
  ];
}

function units(source: ReadSource, detail: Detail): readonly string[] {
  const described = source.units.slice(0, MOST_UNITS).map(unit => describeUnit(source, unit, detail));
  const rest = source.units.length - described.length;
  if (rest > 0) described.push(`${count(rest, 'more function')} follow.`);
  return detail === 1 ? [described.join('\n')] : described;
}

/** Code without functions: a selection out of a body, or a script. */
function loose(source: ReadSource, detail: Detail): string {
  const points = pointsOf(factsOf(source, { start: 0, end: source.code.length }), detail);
  return points.length === 0 ? describeText(source) : points.map(point => `- ${sentence(point)}`).join('\n');
}

function remarks(source: ReadSource): readonly string[] {
  const risks = risksOf(source);
  const comments = source.masked.comments.slice(0, 4).map(({ start, end }) => {
    const text = source.code
      .slice(start, end)
      .replace(/^[/*#\-<!\s]+|[*/\->\s]+$/g, '')
      .replace(/\s*\n\s*\*?\s*/g, ' ')
      .slice(0, MOST_OF_COMMENT);
    return text === '' || source.code.startsWith('#!', start) ? '' : `- Line ${lineOf(source, start)}: ${text}`;
  });
  const said = comments.filter(comment => comment !== '');
  return [
    ...(said.length === 0 ? [] : [`Its own comments say:\n\n${said.join('\n')}`]),
    ...(risks.length === 0
      ? []
      : [`Worth a look:\n\n${risks.map(({ line, says }) => `- Line ${line}: ${says}`).join('\n')}`]),
  ];
}
