import { oneOf } from '../code/chance.ts';
import { languageOf } from '../code/languages.ts';
import { bodyOf, inserted, type Body } from '../code/statements.ts';
import type { Unit } from '../code/unit.ts';
import type { GoodRule } from './goodEdit.ts';

const remarks = [
  ['say that the order of the steps matters here', 'The order of the steps matters here.'],
  ['say that callers rely on this', 'Callers rely on this, so keep it as it is.'],
  ['note that nothing is done twice', 'Nothing is done twice: what was seen before is skipped.'],
  ['point out where the real work begins', 'The real work begins here.'],
  ['note that this follows the specification', 'See the specification for why this comes first.'],
] as const;

/** Adds a comment above a statement. */
export const addComment: GoodRule = (unit, chance) => {
  const body = bodyOf(unit.code, unit.language);
  const statement = oneOf(body?.statements ?? [], chance);
  const remark = oneOf(remarks, chance);
  if (!body || !statement || !remark || holdsText(unit, statement.from)) return undefined;
  const line = `${body.indent}${languageOf(unit.language).comment} ${remark[1]}`;
  return { instruction: `Add a comment: ${remark[0]}`, code: inserted(unit.code, statement.from, [line]) };
};

/** A docstring is no place for a comment. */
const holdsText = ({ code }: Unit, line: number): boolean => /^\s*[rbu]?["'`]/.test(code.split('\n')[line] ?? '');

/** Where the first statement begins that is no docstring. */
const firstStatement = (unit: Unit, { statements }: Body): number | undefined =>
  statements.find(({ from }) => !holdsText(unit, from))?.from;

/** Checks the first parameter before anything else is done. */
export const addGuard: GoodRule = unit => {
  const body = bodyOf(unit.code, unit.language);
  const parameter = body && firstParameter(unit, body.from);
  if (parameter === undefined || !body || /\bsuper\b/.test(unit.code)) return undefined;
  const check = guards[unit.language]?.(parameter);
  const at = firstStatement(unit, body);
  if (!check || at === undefined) return undefined;
  return {
    instruction: `Add a guard: fail early when ${parameter} is missing`,
    code: inserted(
      unit.code,
      at,
      check.map(line => body.indent + line),
    ),
  };
};

const scriptGuard = (name: string): readonly string[] => [
  `if (${name} === undefined) {`,
  `  throw new TypeError('${name} is required');`,
  '}',
];
const guards: Readonly<Record<string, (name: string) => readonly string[]>> = {
  typescript: scriptGuard,
  typescriptreact: scriptGuard,
  javascript: scriptGuard,
  python: name => [`if ${name} is None:`, `    raise ValueError("${name} is required")`],
  java: name => [`if (${name} == null) {`, `    throw new IllegalArgumentException("${name} is required");`, '}'],
};

const heads: Readonly<Record<string, RegExp>> = {
  python: /^\s*(?:async )?def \w+\((?:self, |cls, )?([a-z_]\w*)[,:)=]/m,
  java: /^\s*(?:\w+ )+\w+\((?:final )?(?:String|Context|View|Bundle|JSONObject|Intent|PluginCall|Uri|ReadableMap) (\w+)[,)]/m,
};
const scriptHead =
  /^\s*(?:export |default |public |private |protected |static |async )*(?:function )?[\w$.= ]+\(([a-z]\w*)\s*[,:)]/m;

/** Read in the head alone: a call in the body has a parenthesis, too. */
function firstParameter({ code, language }: Unit, bodyFrom: number): string | undefined {
  const head = code.split('\n').slice(0, bodyFrom).join('\n');
  const name = (heads[language] ?? scriptHead).exec(head)?.[1];
  return name === undefined || /^(?:self|cls|this)$/.test(name) ? undefined : name;
}

/** Tells when the function begins. */
export const addLogging: GoodRule = unit => {
  const body = bodyOf(unit.code, unit.language);
  const line = logs[unit.language]?.(unit.names[0] ?? 'begun', unit);
  const at = body && firstStatement(unit, body);
  if (!body || line === undefined || at === undefined || /\bsuper\b/.test(unit.code)) return undefined;
  return {
    instruction: 'Add debug logging at the beginning',
    code: inserted(unit.code, at, [body.indent + line]),
  };
};

const scriptLog = (name: string): string => `console.debug('${name}');`;
const logs: Readonly<Record<string, (name: string, unit: Unit) => string | undefined>> = {
  typescript: scriptLog,
  typescriptreact: scriptLog,
  javascript: scriptLog,
  python: name => `print("${name}")`,
  go: (name, { before }) => (before.includes('"fmt"') ? `fmt.Println("${name}")` : undefined),
  rust: name => `eprintln!("${name}");`,
  java: name => `System.out.println("${name}");`,
};
