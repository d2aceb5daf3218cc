/** What is called one thing in the one code and another in the other. */
export interface RenamedName {
  readonly one: string;
  readonly other: string;
}

/**
 * The names by which two codes differ, when they differ by nothing else; undefined: by more. Only what each code declares itself
 * may have another name: `min` for `max`, `true` for `false`, or another function of the project is other code.
 */
export function renamedNames(one: readonly string[], other: readonly string[]): readonly RenamedName[] | undefined {
  if (one.length !== other.length) return undefined;
  const [to, back] = [new Map<string, string>(), new Map<string, string>()];
  for (const [at, name] of one.entries()) {
    const counterpart = other[at] ?? '';
    if (!isName(name) || !isName(counterpart)) {
      if (name !== counterpart) return undefined;
      continue;
    }
    if ((to.get(name) ?? counterpart) !== counterpart || (back.get(counterpart) ?? name) !== name) return undefined;
    to.set(name, counterpart);
    back.set(counterpart, name);
  }
  const renamed = [...to].filter(([name, counterpart]) => name !== counterpart);
  const [ownOne, ownOther] = [declaredNames(one), declaredNames(other)];
  const areOwn = renamed.every(([name, counterpart]) => ownOne.has(name) && ownOther.has(counterpart));
  return areOwn ? renamed.map(([name, counterpart]) => ({ one: name, other: counterpart })) : undefined;
}

const isName = (token: string): boolean => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(token);

/** Words before a name that say that it begins here. */
const declaring: ReadonlySet<string> = new Set([
  ...['const', 'let', 'var', 'val', 'function', 'def', 'fn', 'func', 'fun', 'class', 'struct', 'interface', 'enum'],
  ...['type', 'record', 'trait', 'mut', 'for', 'lambda', 'catch', 'local'],
]);
/** Marks after a name that say so, where it is no part of another. */
const assigning: ReadonlySet<string> = new Set(['=', ':=', '=>']);
const functions: ReadonlySet<string> = new Set(['function', 'def', 'fn', 'func', 'fun']);

/** Names that a code declares and uses as nothing but that: never behind a dot, which belong to something else. */
function declaredNames(tokens: readonly string[]): ReadonlySet<string> {
  const [declared, belonging] = [new Set<string>(), new Set<string>()];
  for (const [at, name] of tokens.entries()) {
    if (!isName(name)) continue;
    const [before = '', after = ''] = [tokens[at - 1], tokens[at + 1]];
    if (/[.>:]$/.test(before) && before !== ':' && before !== '=>') belonging.add(name);
    else if (declaring.has(before) || assigning.has(after)) declared.add(name);
    if (functions.has(name)) for (const parameter of parametersAfter(tokens, at)) declared.add(parameter);
  }
  for (const parameter of arrowParameters(tokens)) declared.add(parameter);
  return new Set([...declared].filter(name => !belonging.has(name)));
}

/** More than a function has, usually. */
const mostParameterTokens = 100;

/** `function total(net, gross = 1)`: the names that begin an entry of its brackets. */
function parametersAfter(tokens: readonly string[], at: number): readonly string[] {
  const open = tokens[at + 1] === '(' ? at + 1 : at + 2;
  return tokens[open] === '(' ? entriesFrom(tokens, open, 1) : [];
}

/** `(net, gross) => …`: looked for from its arrow backwards. */
function arrowParameters(tokens: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const [at, arrow] of tokens.entries())
    if (arrow === '=>' && tokens[at - 1] === ')') found.push(...entriesFrom(tokens, at - 1, -1));
  return found;
}

/** The names behind `(` or `,` of the brackets that open or close here. */
function entriesFrom(tokens: readonly string[], from: number, step: 1 | -1): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (let at = from; Math.abs(at - from) < mostParameterTokens; at += step) {
    const token = tokens[at];
    if (token === undefined) return [];
    if (token === '(') depth += step;
    if (token === ')') depth -= step;
    if (depth === 1 && isName(token) && ['(', ','].includes(tokens[at - 1] ?? '')) found.push(token);
    if (depth === 0) return found;
  }
  return [];
}
