import { wordsOf } from '../wording/words.ts';

/** What kind of value something is, as far as it can be guessed. */
export type Kind = 'number' | 'string' | 'boolean' | 'list' | 'nothing';

const numbers =
  /^(amount|count|price|total|sum|rate|percent|quantity|number|num|index|size|length|width|height|cents?|factor|limit|max|min|age|year|month|day|discount|tax|weight|score|offset|i|j|n|x|y)$/;
const strings =
  /^(name|title|text|label|key|path|file|message|url|word|line|prefix|suffix|description|email|code|str|string|s)$/;

/** The kind that a name speaks of; undefined when it speaks of none. */
export function kindOfName(name: string): Kind | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (/^(is|has|can|should|was)$/.test(words[0] ?? '') && words.length > 1) return 'boolean';
  if (numbers.test(last)) return 'number';
  if (strings.test(last)) return 'string';
  return /[^s]s$|^(list|array|values)$/.test(last) && last.length > 3 ? 'list' : undefined;
}

/** The kind of an expression; undefined when it can not be told. */
export function kindOfValue(expression: string): Kind | undefined {
  const value = expression.trim();
  if (value === '') return 'nothing';
  if (/^-?\d[\d_.]*$/.test(value)) return 'number';
  if (/^[fbr]?(["'`])[^"'`]*\1$/.test(value)) return 'string';
  if (/^(true|false|True|False)$/.test(value) || /^(?:!|not )|[=!]==?\s|\s(?:[<>]=?|is|in|not in)\s/.test(value))
    return 'boolean';
  if (/^\[[\s\S]*\]$/.test(value)) return 'list';
  if (/^(Math\.|len\(|sum\(|round\(|int\(|float\(|Number\(|parse(Int|Float)\()/.test(value)) return 'number';
  if (/^[\w.()[\]]+\s*[-*/%]\s*[\w.()[\] */%+-]+$/.test(value)) return 'number';
  return /^[A-Za-z_]\w*$/.test(value) ? kindOfName(value) : undefined;
}

/** The kind that a written type stands for. */
export function kindOfType(type: string): Kind | undefined {
  const name = type.replace(/\s+/g, ' ').trim();
  if (/^(number|bigint|int|float|double|f32|f64|[iu](8|16|32|64|size)|int\d*|uint\d*|float\d*)$/.test(name))
    return 'number';
  if (/^&?('?\w+ )?(string|str|String)$/.test(name)) return 'string';
  if (/^(boolean|bool)$/.test(name)) return 'boolean';
  if (/\[\]$|^\[\]|^(readonly )?(Array|ReadonlyArray|list|List|Sequence|Iterable|Vec|&\[|tuple)\b|^&?\[/.test(name))
    return 'list';
  return /^(void|None|undefined|\(\))$/.test(name) ? 'nothing' : undefined;
}
