import { splitAtCommas } from './brackets.ts';
import type { Source } from './source.ts';
import type { Range } from './mask.ts';

/** A parameter of a function. Type and default as written; '' where there is none. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly defaultValue: string;
  /** Behind its last character, without trailing space: where more could be written. */
  readonly end: number;
  /** Behind its name, where a type would stand; undefined for patterns like `{ a, b }`. */
  readonly nameEnd: number | undefined;
}

/** Reads the parameters between two brackets. */
export function parametersOf(source: Source, range: Range): readonly Parameter[] {
  return splitAtCommas(source.masked.text, range)
    .map(piece => readParameter(source, piece))
    .filter(({ name }) => name !== '' && name !== '*' && name !== '/');
}

const nameFirst =
  /^(?:(?:public|private|protected|readonly|mut|ref)\s+)*(?<name>(?:\.\.\.|\*{1,2})?&?(?:mut\s+)?[A-Za-z_$][\w$]*\??)/;
const nameLast = /(?<name>[A-Za-z_$][\w$]*)(?:\[\])?\s*$/;

function readParameter({ code, masked, language }: Source, { start, end }: Range): Parameter {
  const from = start + (/^\s*/.exec(code.slice(start, end))?.[0].length ?? 0);
  const to = from + code.slice(from, end).trimEnd().length;
  const equals = placeOfDefault(masked.text.slice(from, to));
  const declared = code.slice(from, from + (equals ?? to - from)).trimEnd();
  const defaultValue = equals === undefined ? '' : code.slice(from + equals + 1, to).trim();
  const isTypeFirst = ['java', 'csharp', 'c', 'cpp', 'php'].includes(language.id);
  const match = (isTypeFirst ? nameLast : nameFirst).exec(declared);
  if (match?.groups === undefined) return { ...readPattern(declared), defaultValue, end: to, nameEnd: undefined };
  const written = match.groups['name'] ?? '';
  const rest = isTypeFirst ? declared.slice(0, match.index) : declared.slice(match[0].length).replace(/^\s*:/, '');
  const name = written.replace(/^(\.\.\.|\*{1,2})|\?$/g, '');
  return { name, type: rest.trim(), defaultValue, end: to, nameEnd: isTypeFirst ? undefined : from + match[0].length };
}

function readPattern(declared: string): { readonly name: string; readonly type: string } {
  const typed = /^(?<name>[{[][\s\S]*[}\]])\s*:(?<type>[\s\S]+)$/.exec(declared)?.groups;
  return { name: typed?.['name'] ?? declared, type: typed?.['type']?.trim() ?? '' };
}

/** Where a default value's sign stands: an equals sign in no bracket that is no arrow and no comparison. */
function placeOfDefault(masked: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < masked.length; at += 1) {
    const character = masked[at] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth === 0 && /^(?<![=!<>])=(?![=>])/.test(masked.slice(at, at + 2))) return at;
  }
  return undefined;
}
