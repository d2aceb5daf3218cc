import { applyChanges, type Change, indentStep } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { Parameter } from '../code/parameter.ts';
import type { ReadSource } from '../code/readSource.ts';
import { bodyIndent, type Unit } from '../code/unit.ts';
import { factsOfUnit } from '../wording/describe.ts';
import { type EditRule, outermost, unitsMeant } from './editRule.ts';
import { type Kind, kindOfName, kindOfType, kindOfValue } from './infer.ts';

/** Puts a check for a missing or empty value at the beginning of a function. */
export const guard: EditRule = {
  sign: /\b(null|nil|none|undefined|empty|missing|guard|nullish)\b[\s\S]*\b(checks?|guards?|case|handle|handling|inputs?|lists?|arrays?|values?|clause)\b|\b(checks?|guards?|handles?|validates?)\b[\s\S]*\b(null|nil|none|undefined|empty|missing|inputs?|parameters?|arguments?)\b|\bearly return\b|\breturn early\b/i,
  apply: (source, instruction) => {
    const [unit] = outermost(unitsMeant(source, instruction)).filter(
      ({ parameters, body }) => parameters.length > 0 && body === 'block',
    );
    const change = unit === undefined ? undefined : checkFor(source, unit, instruction);
    return change === undefined ? source.code : applyChanges(source.code, [change]);
  },
};

interface Check {
  readonly name: string;
  readonly isList: boolean;
  readonly isText: boolean;
  readonly type: string;
  /** What the function gives back when there is nothing to work on; undefined: it must fail. */
  readonly result: Kind | undefined;
  readonly returnType: string;
}

function checkFor(source: ReadSource, unit: Unit, instruction: string): Change | undefined {
  const { code, language } = source;
  const named = unit.parameters.find(({ name }) =>
    new RegExp(`\\b${name.replace(/\$/g, '\\$&')}\\b`).test(instruction),
  );
  const parameter = named ?? unit.parameters.find(candidate => kindOf(candidate) === 'list') ?? unit.parameters[0];
  if (parameter?.nameEnd === undefined) return undefined;
  const kind = kindOf(parameter);
  const isEmptiness = /\bempty\b/i.test(instruction);
  const mustFail = /\b(throws?|raises?|errors?|fails?|panic)\b/i.test(instruction);
  const write = writers[isScript(language) ? 'script' : language.id];
  const check: Check = {
    name: parameter.name,
    isList: kind === 'list',
    isText: kind === 'string' && isEmptiness,
    type: parameter.type,
    result: mustFail ? undefined : resultOf(source, unit),
    returnType: unit.returnType,
  };
  const lines = write?.(check, indentStep(code, language.id));
  if (lines === undefined) return undefined;
  const at = placeInBody(source, unit);
  const indent = bodyIndent(source, unit);
  const text = lines.map(line => `${indent}${line}\n`).join('');
  return code[at - 1] === '\n'
    ? { start: at, end: at, text }
    : { start: at, end: at, text: `\n${text.replace(/\n$/, '')}` };
}

function kindOf({ type, name, defaultValue }: Parameter): Kind | undefined {
  return kindOfType(type) ?? kindOfValue(defaultValue || 'unknown') ?? (type === '' ? kindOfName(name) : undefined);
}

/** Behind a Python docstring; elsewhere right behind the brace. */
function placeInBody({ code, masked }: ReadSource, { bodyStart, bodyEnd }: Unit): number {
  const docstring = /^\s*[rbuf]{0,2}("""|''')\s*\1[^\n]*\n/i.exec(masked.text.slice(bodyStart, bodyEnd));
  if (docstring !== null && code[bodyStart - 1] === '\n') return bodyStart + docstring[0].length;
  return bodyStart;
}

function resultOf(source: ReadSource, unit: Unit): Kind | undefined {
  const type = /^Promise<(.*)>$/.exec(unit.returnType)?.[1] ?? unit.returnType;
  const written = kindOfType(type);
  if (written !== undefined || type !== '') return written;
  const kinds = new Set(factsOfUnit(source, unit).returns.map(kindOfValue));
  if (kinds.size === 0) return 'nothing';
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

type Writer = (check: Check, step: string) => readonly string[] | undefined;

const writers: Readonly<Record<string, Writer>> = {
  script: ({ name, isList, isText, result }, step) => {
    const values = { number: '0', string: "''", boolean: 'false', list: '[]' };
    const way =
      result === undefined
        ? `throw new TypeError('${name} is missing')`
        : `return${result === 'nothing' ? '' : ` ${values[result]}`}`;
    const condition = isList || isText ? `!${name} || ${name}.length === 0` : `${name} == null`;
    return [`if (${condition}) {`, `${step}${way};`, '}'];
  },
  python: ({ name, isList, isText, result }, step) => {
    const values = { number: '0', string: "''", boolean: 'False', list: '[]' };
    const way =
      result === undefined
        ? `raise ValueError('${name} is missing')`
        : `return${result === 'nothing' ? '' : ` ${values[result]}`}`;
    return [`if ${isList || isText ? `not ${name}` : `${name} is None`}:`, `${step}${way}`];
  },
  go: ({ name, type, returnType }, step) => {
    const isLong = /^(\[\]|map\[|string$)/.test(type);
    if (!isLong && !/^(\*|func|chan|interface|error$)/.test(type)) return undefined;
    const types = returnType
      .replace(/^\(|\)$/g, '')
      .split(',')
      .map(one => one.trim().split(' ').at(-1) ?? '');
    const zero = (one: string) =>
      /^u?int|^float/.test(one)
        ? '0'
        : one === 'string'
          ? '""'
          : one === 'bool'
            ? 'false'
            : /^[A-Z]\w*$/.test(one)
              ? `${one}{}`
              : 'nil';
    const values = returnType === '' ? '' : ` ${types.map(zero).join(', ')}`;
    return [`if ${isLong ? `len(${name}) == 0` : `${name} == nil`} {`, `${step}return${values}`, '}'];
  },
  rust: ({ name, isList, isText, type, result }, step) => {
    if (!isList && !isText && !/str|String|Vec|\[/.test(type)) return undefined;
    const way = result === 'nothing' ? 'return;' : 'return Default::default();';
    return [`if ${name}.is_empty() {`, `${step}${way}`, '}'];
  },
  java: ({ name }, step) => [
    `if (${name} == null) {`,
    `${step}throw new IllegalArgumentException("${name} is missing");`,
    '}',
  ],
};
