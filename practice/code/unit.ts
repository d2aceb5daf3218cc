import { type Body, bodyOf } from './body.ts';
import { closingOf } from './brackets.ts';
import { indentOf, indentStep, lineStart } from './change.ts';
import { controlWords, headsOf } from './heads.ts';
import { type Parameter, parametersOf } from './parameter.ts';
import type { Source } from './source.ts';

/** A function, method or lambda with a name. Offsets are into the code. */
export interface Unit extends Body {
  readonly name: string;
  readonly isMethod: boolean;
  readonly isAsync: boolean;
  /** Without `self` and its like. */
  readonly parameters: readonly Parameter[];
  /** First character of its first line, behind the indentation. */
  readonly start: number;
  /** Behind the bracket that closes its parameters. */
  readonly headEnd: number;
}

/** Finds the functions of a code by the way their heads are written, in order. */
export function unitsOf(source: Source): readonly Unit[] {
  const found = new Map<number, Unit>();
  for (const head of headsOf(source.language)) {
    for (const match of source.masked.text.matchAll(head)) {
      const unit = readUnit(source, match);
      if (unit !== undefined && !found.has(unit.bodyStart)) found.set(unit.bodyStart, unit);
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** The indentation of a block's first line of code; one step more than its head's when it has none. */
export function bodyIndent({ code, masked, language }: Source, unit: Unit): string {
  const outer = indentOf(code, unit.start);
  const inner = /^([ \t]*)\S/m.exec(masked.text.slice(unit.bodyStart, unit.bodyEnd))?.[1] ?? '';
  const isOwnLine = code[unit.bodyStart - 1] === '\n' || /^[^\n\S]*\n/.test(code.slice(unit.bodyStart));
  return isOwnLine && inner.length > outer.length ? inner : outer + indentStep(code, language.id);
}

function readUnit(source: Source, match: RegExpExecArray): Unit | undefined {
  const { code, masked, language } = source;
  const { name = '', async, method, single } = match.groups ?? {};
  const matchEnd = match.index + match[0].length;
  const head = single === undefined ? headOf(masked.text, matchEnd) : singleHead(masked.text, matchEnd, single);
  const body = head === undefined || controlWords.has(name) ? undefined : bodyOf(source, head.behind);
  if (head === undefined || body === undefined) return undefined;
  const parameters = parametersOf(source, head);
  const isPythonMethod = language.id === 'python' && /^(self|cls)$/.test(parameters[0]?.name ?? '');
  const first = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  return {
    name,
    isMethod: method !== undefined || isPythonMethod,
    isAsync: async !== undefined,
    parameters: parameters.filter(({ name: parameter }) => !/^(&?\s*(mut )?self|cls|this)$/.test(parameter)),
    start: lineStart(code, first) + indentOf(code, first).length,
    headEnd: head.behind,
    ...body,
  };
}

interface Head {
  /** Between the brackets of the parameters. */
  readonly start: number;
  readonly end: number;
  /** Where the return type or the body follows. */
  readonly behind: number;
}

function headOf(masked: string, matchEnd: number): Head | undefined {
  if (masked[matchEnd - 1] !== '(') return { start: matchEnd, end: matchEnd, behind: matchEnd };
  const close = closingOf(masked, matchEnd - 1);
  return close === undefined ? undefined : { start: matchEnd, end: close, behind: close + 1 };
}

function singleHead(masked: string, matchEnd: number, single: string): Head {
  const start = masked.lastIndexOf(single, matchEnd);
  return { start, end: start + single.length, behind: matchEnd - 2 };
}
