import { type Facts, factsOf } from '../code/facts.ts';
import type { ReadSource } from '../code/readSource.ts';
import { lineOf } from '../code/source.ts';
import type { Unit } from '../code/unit.ts';
import { count, sentence, tick, tickAll } from './words.ts';

/** How much is said: 1 one sentence, 2 the main things, 3 everything. */
export type Detail = 1 | 2 | 3;

/** What the body of a function does; an arrow function's expression counts as what it returns. */
export function factsOfUnit(source: ReadSource, unit: Unit): Facts {
  const facts = factsOf(source, { start: unit.bodyStart, end: unit.bodyEnd });
  const isValue = unit.body === 'expression' && facts.returns.length === 0;
  const value = source.code.slice(unit.bodyStart, unit.bodyEnd).trim();
  if (isValue) return { ...facts, returns: [value] };
  return source.language.id === 'rust' ? { ...facts, returns: [...facts.returns, ...lastExpression(value)] } : facts;
}

/** In Rust a body's last line without a semicolon is its value. */
function lastExpression(body: string): readonly string[] {
  const last = body.split('\n').at(-1)?.trim() ?? '';
  return last === '' || /[;{}]$/.test(last.replace(/\{[^{}]*\}$/, '')) ? [] : [last];
}

/** A function as a heading line and what it does, as Markdown. */
export function describeUnit(source: ReadSource, unit: Unit, detail: Detail): string {
  const facts = factsOfUnit(source, unit);
  const line = lineOf(source, unit.start);
  const head = `**${tick(signatureOf(unit))}** (line ${line})`;
  if (detail === 1) return `- ${tick(unit.name)}: ${sentence(shortly(unit, facts))}`;
  const points = pointsOf(facts, detail);
  const body = points.length === 0 ? ['It has nothing to decide, call or give back.'] : points;
  return [`${head}: ${sentence(taking(unit))}`, ...body.map(point => `- ${sentence(point)}`)].join('\n');
}

/** 'total(lines, rate)'. */
export function signatureOf({ name, parameters }: Unit): string {
  return `${name}(${parameters.map(parameter => parameter.name).join(', ')})`;
}

/** What a piece of code does, one point each, without full stops. */
export function pointsOf(facts: Facts, detail: Detail): readonly string[] {
  const points = [
    facts.loops.length > 0 && `goes through ${tickAll(facts.loops)}`,
    facts.conditions.length > 0 && `decides by ${tickAll(facts.conditions)}`,
    facts.updates.length > 0 && `updates ${tickAll(facts.updates)} step by step`,
    detail > 2 && facts.awaits > 0 && `waits ${count(facts.awaits, 'time')} for something asynchronous`,
    facts.calls.length > 0 && `calls ${tickAll(facts.calls)}`,
    facts.failures.length > 0 && `can fail with ${tickAll(facts.failures)}`,
    facts.returns.length > 0 && `returns ${tickAll(facts.returns)}`,
  ];
  return points.filter(point => point !== false);
}

function taking({ parameters, returnType, isAsync, isMethod }: Unit): string {
  const kind = `${isAsync ? 'an asynchronous' : 'a'} ${isMethod ? 'method' : 'function'}`;
  const named = parameters.map(({ name, type }) => (type === '' ? tick(name) : `${tick(name)} (${tick(type)})`));
  const takes = named.length === 0 ? 'takes nothing' : `takes ${named.join(', ')}`;
  return `${kind} that ${takes}${returnType === '' ? '' : ` and gives back ${tick(returnType)}`}`;
}

function shortly(unit: Unit, facts: Facts): string {
  const [first = 'does nothing that can be seen'] = pointsOf(facts, 1).toReversed();
  const takes = unit.parameters.length === 0 ? '' : `takes ${tickAll(unit.parameters.map(({ name }) => name))} and `;
  return `${takes}${first}`;
}
