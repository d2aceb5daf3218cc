import { oneOf } from '../code/chance.ts';
import { doing, endOf, replaced, type Token } from '../code/token.ts';
import { callsIn } from './arity.ts';
import type { DamageRule, Damaging } from './damage.ts';

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>'],
  '>': ['>=', '<'],
  '<=': ['<', '>='],
  '>=': ['>', '<='],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['+'],
  and: ['or'],
  or: ['and'],
  '+=': ['-='],
  '-=': ['+='],
  '++': ['--'],
};

/** Has it blanks on both sides? Then it is no type's bracket, no sign of a number, no reference. */
const isFree = (code: string, { at, text }: Token): boolean =>
  code.charAt(at - 1) === ' ' && code.charAt(at + text.length) === ' ';

/** Nothing flips in what the edit itself has written: only in lines that stood there before, or that a rename has passed over. */
function stoodThere({ edit: { rule, unit, code } }: Damaging): (at: number) => boolean {
  const own = new Set(unit.code.split('\n').map(line => line.trim()));
  return at => {
    const line = code.slice(code.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';
    return rule === 'rename' || own.has(line.trim());
  };
}

/** One operator is another one. */
export const flippedOperator: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const [words, isOld] = [doing(tokens), stoodThere(damaging)];
  const found = words.filter((token, at) => {
    if (!isOld(token.at)) return false;
    if (token.kind === 'text' || !Object.hasOwn(operators, token.text)) return false;
    if (edit.unit.language === 'rust' && /^[+-]$/.test(token.text) && isBound(words[at + 1])) return false;
    return token.text === '++' || isFree(edit.code, token);
  });
  const token = oneOf(found, chance);
  const by = token && oneOf(operators[token.text] ?? [], chance);
  return token && by !== undefined ? { code: swapped(edit.code, token, by) } : undefined;
};

/** In Rust `T: Clone + 'static` adds nothing. */
const isBound = (after: Token | undefined): boolean => /^['A-Z?]/.test(after?.text ?? '');

const swapped = (code: string, token: Token, by: string): string =>
  replaced(code, { at: token.at, to: endOf(token), by });

const constants: Readonly<Record<string, string>> = { true: 'false', false: 'true', True: 'False', False: 'True' };

/** A number is one more, a truth its opposite, a letter of a text another one. */
export const flippedLiteral: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const isOld = stoodThere(damaging);
  const found = doing(tokens).flatMap(token => {
    const by = isOld(token.at) ? otherLiteral(token) : undefined;
    return by === undefined ? [] : [{ token, by }];
  });
  const place = oneOf(found, chance);
  return place && { code: swapped(edit.code, place.token, place.by) };
};

function otherLiteral({ kind, text }: Token): string | undefined {
  if (kind === 'word') return Object.hasOwn(constants, text) ? constants[text] : undefined;
  if (kind === 'number') return /^\d{1,6}$/.test(text) ? String(Number(text) + 1) : undefined;
  if (kind !== 'text' || !/^["'][A-Za-z][\w -]{2,20}["']$/.test(text)) return undefined;
  return `${text.slice(0, 2)}${text.charAt(2) === 'e' ? 'a' : 'e'}${text.slice(3)}`;
}

/** A condition is its opposite: a `!` or `not` is gone, or stands there now. */
export const flippedCondition: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const [words, isOld] = [doing(tokens), stoodThere(damaging)];
  const negations = words.filter(
    ({ kind, text, at: from }, at) =>
      isOld(from) &&
      ((text === '!' &&
        kind === 'sign' &&
        words[at + 1]?.at === (words[at]?.at ?? 0) + 1 &&
        words[at + 1]?.text !== '(' &&
        isNegating(words[at - 1])) ||
        (text === 'not' && !/^(?:is)$/.test(words[at - 1]?.text ?? '') && words[at + 1]?.text !== 'in')),
  );
  const negation = chance() < 0.5 ? oneOf(negations, chance) : undefined;
  if (negation) {
    const length = negation.text === 'not' ? 4 : 1;
    return { code: replaced(edit.code, { at: negation.at, to: negation.at + length, by: '' }) };
  }
  return negated(damaging);
};

/** In Rust `name!` is a macro, in TypeScript `name!.` an assertion. */
const isNegating = (before: Token | undefined): boolean =>
  /^(?:\(|&&|\|\||=|return|if|while|,|:=)$/.test(before?.text ?? '');

function negated(damaging: Damaging): { readonly code: string } | undefined {
  const { edit, chance } = damaging;
  const isOld = stoodThere(damaging);
  const lines = edit.code.split('\n');
  let from = 0;
  const { language } = edit.unit;
  const found = lines.flatMap((line, at) => {
    const begin = from;
    from += line.length + 1;
    if (!isOld(begin)) return [];
    const pattern =
      language === 'python'
        ? /^(\s*(?:el)?if )([^:]+)(:)$/
        : /^go|rust$/.test(language)
          ? /^(\s*(?:\} else )?if )([^;{]+?)( \{)$/
          : /^(\s*(?:\} else )?if \()(.+)(\) ?\{?)$/;
    const [, head, condition, tail] = pattern.exec(line) ?? [];
    if (head === undefined || condition === undefined || tail === undefined || /\blet\b|:=/.test(condition)) return [];
    return isBalanced(condition)
      ? [{ at, line: `${head}${language === 'python' ? 'not ' : '!'}(${condition})${tail}` }]
      : [];
  });
  const place = oneOf(found, chance);
  return place && { code: lines.with(place.at, place.line).join('\n') };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** What was waited for is not. */
export const awaitLost: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const [words, isOld] = [doing(tokens), stoodThere(damaging)];
  const isRust = edit.unit.language === 'rust';
  const found = words.filter(
    ({ text, at: from }, at) =>
      isOld(from) && text === 'await' && (words[at - 1]?.text === '.') === isRust && words[at - 1]?.text !== 'for',
  );
  const token = oneOf(found, chance);
  if (!token) return undefined;
  return {
    code: isRust
      ? replaced(edit.code, { at: token.at - 1, to: endOf(token), by: '' })
      : replaced(edit.code, { at: token.at, to: endOf(token) + 1, by: '' }),
  };
};

/** Two arguments of a call have changed places. */
export const swappedArguments: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const [words, isOld] = [doing(tokens), stoodThere(damaging)];
  const calls = callsIn(words).filter(call => {
    const [one, other] = call.arguments;
    const isSimple = call.arguments.length >= 2 && one?.length === 1 && other?.length === 1;
    const isDeclared = edit.unit.names.includes(call.name); // or called by itself, which is let go
    return (
      isSimple &&
      isOld(call.from) &&
      one[0]?.text !== other[0]?.text &&
      !isDeclared &&
      !/^(?:if|for|while|switch|catch|function)$/.test(call.name)
    );
  });
  const [one, other] = oneOf(calls, chance)?.arguments ?? [];
  const [first, second] = [one?.[0], other?.[0]];
  if (!first || !second) return undefined;
  return { code: swapped(swapped(edit.code, second, first.text), first, second.text) };
};
