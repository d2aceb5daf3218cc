import { applyChanges, type Change } from '../code/change.ts';
import type { Parameter } from '../code/parameter.ts';
import type { ReadSource } from '../code/readSource.ts';
import type { Unit } from '../code/unit.ts';
import { factsOfUnit } from '../wording/describe.ts';
import { document } from './document.ts';
import { type EditRule, unitsMeant } from './editRule.ts';
import { type Kind, kindOfName, kindOfValue } from './infer.ts';

/** Adds types to parameters and results, guessed from defaults, names and what is returned. JavaScript gets JSDoc. */
export const annotate: EditRule = {
  sign: /\b(add|with|give|need|missing|use|annotate)\b.*\btyp(e|es|ed|ing|ings)\b|\btype (hints?|annotations?)\b|\bannotate\b/i,
  apply: (source, instruction) => {
    if (source.language.id === 'javascript') return document.apply(source, instruction);
    const names = typeNames[source.language.id];
    if (names === undefined) return source.code;
    const changes = unitsMeant(source, instruction).flatMap(unit => [
      ...unit.parameters.flatMap(parameter => parameterChange(source, unit, parameter)),
      ...resultChange(source, unit, names),
    ]);
    return applyChanges(source.code, changes);
  },
};

type TypeNames = Readonly<Record<Kind, string>>;

const typeNames: Readonly<Record<string, TypeNames>> = {
  typescript: { number: 'number', string: 'string', boolean: 'boolean', list: 'any[]', nothing: 'void' },
  python: { number: 'float', string: 'str', boolean: 'bool', list: 'list', nothing: 'None' },
};

function parameterChange(source: ReadSource, unit: Unit, parameter: Parameter): readonly Change[] {
  const { type, nameEnd, defaultValue, name } = parameter;
  const hasBrackets = source.code[unit.headEnd - 1] === ')';
  if (type !== '' || nameEnd === undefined || !hasBrackets) return [];
  const isRest = /[.*]\s*$/.test(source.code.slice(0, nameEnd - name.length));
  const kind =
    (defaultValue === '' ? undefined : kindOfValue(defaultValue)) ?? kindOfUse(source, unit, name) ?? kindOfName(name);
  const isTypeScript = source.language.id === 'typescript';
  if (isTypeScript && defaultValue !== '' && kind !== undefined) return [];
  const known = kind === undefined || kind === 'nothing' ? undefined : typeNames[source.language.id]?.[kind];
  const text = isRest ? (isTypeScript ? 'any[]' : undefined) : (known ?? (isTypeScript ? 'any' : undefined));
  return text === undefined ? [] : [{ start: nameEnd, end: nameEnd, text: `: ${text}` }];
}

/** What the body does with a parameter: going through it makes it a list, calculating with it a number. */
function kindOfUse({ masked }: ReadSource, unit: Unit, name: string): Kind | undefined {
  const body = masked.text.slice(unit.bodyStart, unit.bodyEnd);
  const safe = name.replace(/\$/g, '\\$&');
  if (
    new RegExp(
      `\\b(?:of|in)\\s+${safe}(?![\\w$.])|\\blen\\(\\s*${safe}\\s*\\)|(?<![\\w.])${safe}\\.(?:map|filter|forEach|reduce|push)\\(`,
    ).test(body)
  )
    return 'list';
  const isNumber = new RegExp(`(?<![\\w$.])${safe}\\s*[-*/%](?![=*/])|[-*/%]\\s*${safe}(?![\\w$.([])`).test(body);
  return isNumber ? 'number' : undefined;
}

function resultChange(source: ReadSource, unit: Unit, names: TypeNames): readonly Change[] {
  const { name, returnType, headEnd, isAsync } = unit;
  const isPython = source.language.id === 'python';
  if (returnType !== '' || source.code[headEnd - 1] !== ')' || name === 'constructor') return [];
  if (/\b(set|\*)\s*$/.test(source.code.slice(Math.max(0, headEnd - 200), headEnd).split(name)[0] ?? '')) return [];
  const body = source.masked.text.slice(unit.bodyStart, unit.bodyEnd);
  const { returns } = factsOfUnit(source, unit);
  const kinds = new Set(returns.map(kindOfValue));
  const [only] = kinds.size === 0 ? ['nothing' as const] : kinds;
  if (kinds.size > 1 || only === undefined || /\byield\b/.test(body)) return [];
  const type = !isPython && isAsync ? `Promise<${names[only]}>` : names[only];
  return [{ start: headEnd, end: headEnd, text: isPython ? ` -> ${type}` : `: ${type}` }];
}
