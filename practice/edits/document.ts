import { applyChanges, type Change, indentOf, lineStart } from '../code/change.ts';
import { factsOf } from '../code/facts.ts';
import { commentLine, isScript } from '../code/language.ts';
import type { ReadSource } from '../code/readSource.ts';
import { bodyIndent, type Unit } from '../code/unit.ts';
import { factsOfUnit, pointsOf } from '../wording/describe.ts';
import { purposeOf, sentence, tick, tickAll, wordsOf } from '../wording/words.ts';
import { type EditRule, unitsMeant } from './editRule.ts';
import { kindOfName } from './infer.ts';

/** Writes a documentation comment for functions that have none; code without functions gets one comment. */
export const document: EditRule = {
  sign: /\b(doc ?strings?|docs?|jsdoc|tsdoc|document|documentation|comments?|describe)\b(?<!\b(?:remove|delete|strip|drop)\b.*)/i,
  apply: (source, instruction) => {
    if (source.units.length === 0) return commentAbove(source);
    const changes = unitsMeant(source, instruction)
      .filter(unit => !isDocumented(source, unit))
      .flatMap(unit => documentation(source, unit));
    return applyChanges(source.code, changes);
  },
};

function isDocumented({ code, masked, language }: ReadSource, unit: Unit): boolean {
  if (language.id === 'python') return /^\s*[rbuf]{0,2}("""|''')/i.test(code.slice(unit.bodyStart, unit.bodyEnd));
  return masked.comments.some(
    ({ end }) =>
      end <= unit.start && code.slice(end, unit.start).trim() === '' && !/\n\s*\n/.test(code.slice(end, unit.start)),
  );
}

function documentation(source: ReadSource, unit: Unit): readonly Change[] {
  const { code, language } = source;
  const start = lineStart(code, unit.start);
  const indent = indentOf(code, unit.start);
  const above = (lines: readonly string[]) => [
    { start, end: start, text: lines.map(line => `${indent}${line}\n`).join('') },
  ];
  if (language.id === 'python') return pythonDocstring(source, unit);
  if (isScript(language)) return above(jsdoc(source, unit));
  if (language.id === 'go') return above([`// ${unit.name} ${purposeOf(unit.name)}${givingBack(source, unit)}.`]);
  if (language.id === 'rust') return above([`/// ${sentence(`${purposeOf(unit.name)}${givingBack(source, unit)}`)}`]);
  const comment = commentLine(language, sentence(`${purposeOf(unit.name)}${givingBack(source, unit)}`));
  return comment === undefined ? [] : above([comment]);
}

function givingBack(source: ReadSource, unit: Unit): string {
  const returns = quotable(source, unit);
  return returns.length === 0 ? '' : `; gives back ${tickAll(returns).replaceAll('`', '')}`;
}

/** Up to two of the expressions that a function returns, short enough to stand whole in a comment. */
function quotable(source: ReadSource, unit: Unit): readonly string[] {
  return factsOfUnit(source, unit)
    .returns.filter(({ length }) => length <= 60)
    .slice(0, 2);
}

function jsdoc(source: ReadSource, unit: Unit): readonly string[] {
  const returns = quotable(source, unit);
  const isJavaScript = source.language.id === 'javascript';
  const parameters = unit.parameters
    .filter(({ nameEnd }) => nameEnd !== undefined)
    .map(
      ({ name }) => ` * @param ${isJavaScript ? `{${typeWord(name)}} ` : ''}${name} The ${wordsOf(name).join(' ')}.`,
    );
  const result = returns.length === 0 ? [] : [` * @returns ${safely(tickAll(returns))}.`];
  const tags = [...parameters, ...result];
  return ['/**', ` * ${sentence(purposeOf(unit.name))}`, ...(tags.length === 0 ? [] : [' *', ...tags]), ' */'];
}

function typeWord(name: string): string {
  const kind = kindOfName(name);
  return kind === undefined || kind === 'nothing' ? '*' : kind === 'list' ? 'Array' : kind;
}

/** Code quoted in a comment must not end the comment. */
function safely(text: string): string {
  return text.replaceAll('*/', '* /');
}

function pythonDocstring(source: ReadSource, unit: Unit): readonly Change[] {
  const { code } = source;
  if (unit.body === 'expression' || code[unit.bodyStart - 1] !== '\n') return [];
  const indent = bodyIndent(source, unit);
  const returns = quotable(source, unit);
  const parameters = unit.parameters.map(({ name }) => `    ${name}: The ${wordsOf(name).join(' ')}.`);
  const result =
    returns.length === 0 ? [] : ['', 'Returns:', `    ${sentence(tick(returns[0] ?? '').replaceAll('"""', '"'))}`];
  const more = [...(parameters.length === 0 ? [] : ['', 'Args:', ...parameters]), ...result];
  const head = `"""${sentence(purposeOf(unit.name))}`;
  const lines = more.length === 0 ? [`${head}"""`] : [head, ...more, '"""'];
  const text = lines.map(line => (line === '' ? '\n' : `${indent}${line.replaceAll('\\', '\\\\')}\n`)).join('');
  return [{ start: unit.bodyStart, end: unit.bodyStart, text }];
}

function commentAbove(source: ReadSource): string {
  const { code, language } = source;
  const points = pointsOf(factsOf(source, { start: 0, end: code.length }), 2);
  const comment = commentLine(language, points.length === 0 ? 'Sets up what follows.' : sentence(points.join('; ')));
  return comment === undefined ? code : `${indentOf(code, 0)}${safely(comment)}\n${code}`;
}
