import type { CodeLines } from '../enclosing/codeLines.ts';

/** What a file says about which of its own names others may use. */
export interface PublicNames {
  /** Those that it lists: `export { a }`, `__all__ = ['a']`. */
  readonly listed: ReadonlySet<string>;
  /** Only what it lists is public, whatever else would be. */
  readonly isWhole: boolean;
  /** It lets others use something by saying so; undefined where a file says nothing, all of it is everybody's. */
  readonly isModule: boolean;
}

/** A longer list is not read to its end, lines. */
const longestList = 2_000;

/** The names that a file of TypeScript, JavaScript or Python lists. */
export function publicNames(code: CodeLines): PublicNames {
  if (code.family === 'script') return exportedNames(code);
  return code.family === 'python' ? namesInAll(code) : { listed: new Set(), isWhole: false, isModule: true };
}

function exportedNames({ code }: CodeLines): PublicNames {
  const listed = new Set<string>();
  const add = (list = '') => {
    for (const part of list.split(',')) listed.add(/[\p{L}\p{N}_$]+/u.exec(part.replace(/^\s*type\s/, ''))?.[0] ?? '');
  };
  for (const [, list, from] of code.matchAll(/\bexport[ \t]*(?:type[ \t]*)?\{([^{}]*)\}([ \t]*from\b)?/g))
    if (!from) add(list);
  for (const [, name] of code.matchAll(/\bexport[ \t]*(?:default[ \t]|=)[ \t]*([\p{L}\p{N}_$]+)/gu)) add(name);
  for (const [, list, name] of code.matchAll(
    /\bmodule\.exports[ \t]*=[ \t]*(?:\{([^{}]*)|([\p{L}_$][\p{L}\p{N}_$]*))/gu,
  ))
    add(list ?? name);
  for (const [, name] of code.matchAll(/\bexports\.[\p{L}\p{N}_$]+[ \t]*=[ \t]*([\p{L}_$][\p{L}\p{N}_$]*)/gu))
    add(name);
  return { listed, isWhole: false, isModule: /^[ \t]*(?:import|export)\b|\bexports\b/m.test(code) };
}

/** A list that is made of other lists as well says nothing of what is missing in it. */
function namesInAll({ lines, codeLines }: CodeLines): PublicNames {
  const listed = new Set<string>();
  let isWhole: boolean | undefined;
  for (let at = 0; at < codeLines.length; at += 1) {
    if (!/^__all__\b/.test(codeLines[at] ?? '')) continue;
    const end = endOf(codeLines, at);
    const words =
      codeLines
        .slice(at, end + 1)
        .join('\n')
        .match(/\b[\p{L}_]\w*/gu) ?? [];
    for (const name of quotedIn(lines.slice(at, end + 1).join('\n'))) listed.add(name);
    isWhole = (isWhole ?? true) && !words.some(isForeign);
    at = end;
  }
  return { listed, isWhole: isWhole ?? false, isModule: true };
}

const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/["']([\p{L}\p{N}_]+)["']/gu)].map(([, name = '']) => name);

const isForeign = (word: string): boolean =>
  !['__all__', 'extend', 'append', 'list', 'tuple', 'str', 'List'].includes(word);

/** The line in which the brackets are closed that this one opens, or the last one that is read. */
function endOf(codeLines: readonly string[], at: number): number {
  let depth = 0;
  let line = at;
  for (; line < codeLines.length && line - at < longestList; line += 1) {
    for (const bracket of (codeLines[line] ?? '').match(/[()[\]{}]/g) ?? []) depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth <= 0) return line;
  }
  return line - 1;
}
