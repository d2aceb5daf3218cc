import { enclosingOf } from '../code/brackets.ts';
import { applyChanges } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { ReadSource } from '../code/readSource.ts';
import type { EditRule } from './editRule.ts';

/** What asks for a renaming; groups `from` and `to`. */
export const renameSign =
  /\brename\s+(?:(?:the|this|all|every)\s+)*(?:(?:variables?|functions?|methods?|class(?:es)?|parameters?|constants?|fields?|propert(?:y|ies)|keys?|types?|interfaces?|structs?|occurrences of)\s+)?[`'"]?(?<from>[A-Za-z_$][\w$-]*)[`'"]?(?:\(\))?\s+(?:to|into|as|->|=>|→)\s+[`'"]?(?<to>[A-Za-z_$][\w$-]*)/i;

/** Renames a thing wherever the code speaks of it: not in comments and strings, and no property of another thing. */
export const rename: EditRule = {
  sign: renameSign,
  apply: (source, instruction) => {
    const { from = '', to = '' } = renameSign.exec(instruction)?.groups ?? {};
    const isMember = /\b(method|field|property|key)s?\b/i.test(instruction);
    return source.language.bodies === 'none'
      ? renameAnywhere(source, from, to)
      : renameInCode(source, { from, to, isMember });
  },
};

/** In JSON and plain text names stand in strings, so every whole word counts. */
function renameAnywhere({ code }: ReadSource, from: string, to: string): string {
  return code.replaceAll(wholeWord(from), to);
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  /** The instruction speaks of a method, field, property or key. */
  readonly isMember: boolean;
}

function renameInCode(source: ReadSource, { from, to, isMember }: Renaming): string {
  const { code, masked } = source;
  const found = [...masked.text.matchAll(wholeWord(from))].map(({ index }) => index);
  const places = found.filter(at => !isModifier(source, at, from));
  const free = places.filter(at => !isProperty(source, at, from));
  const isMethod = source.units.some(unit => unit.name === from && unit.isMethod);
  const meant = isMember || isMethod || free.length === 0 ? places : free;
  return applyChanges(
    code,
    meant.map(start => ({ start, end: start + from.length, text: to })),
  );
}

/** `get` before another name is a word of the language, not a name. */
function isModifier({ masked, language }: ReadSource, at: number, name: string): boolean {
  const behind = /^[ \t]+(?<next>[\w$#]+|\[)/.exec(masked.text.slice(at + name.length))?.groups?.['next'];
  return (
    isScript(language) &&
    behind !== undefined &&
    !/^(in|of|as|is|instanceof|extends|implements|satisfies|from)$/.test(behind)
  );
}

/** A name behind a dot, or a key of an object: it may be another thing of the same name. */
function isProperty({ masked, language }: ReadSource, at: number, name: string): boolean {
  const before = masked.text.slice(Math.max(0, at - 12), at);
  if (/(?<!\.)\.\s*$|->\s*$|::\s*$/.test(before)) return true;
  const isKey = /^\s*\??:(?![:=])/.test(masked.text.slice(at + name.length));
  return (
    isKey &&
    language.bodies === 'braces' &&
    enclosingOf(masked.text, at) === '{' &&
    !/\b(const|let|var|case)\s+$/.test(before)
  );
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replace(/[$-]/g, '\\$&')}(?![\\w$])`, 'g');
}
