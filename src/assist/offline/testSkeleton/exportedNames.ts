/** What a file of JavaScript or TypeScript gives out. */
export interface ExportedNames {
  readonly isCommonJs: boolean;
  readonly named: ReadonlySet<string>;
  /** Its default export, or what all of the module is; '' when it has none, or that has no name. */
  readonly whole: string;
}

/** Of a longer file only the beginning is read, characters. */
const longest = 200_000;

const declared =
  /\bexport (?:declare |abstract |async )?(?:function\*? ?|class |const |let |var |enum |namespace )([\w$]{1,200})/g;
const defaults = /\bexport default (?:abstract )?(?:async )?(?:function\*? |class )?([\w$]{1,200})/;
const wholeModule = /\bmodule\.exports ?= ?(?:async )?(?:function |class )?([\w$]{1,200})/;
const member = /\bexports\.([\w$]{1,200}) ?=/g;

/** By the words of its text. */
export function exportedNames(text: string): ExportedNames {
  const source = text.slice(0, longest);
  const isCommonJs =
    /\bmodule\.exports\b|\bexports\.\w|= ?require\(/.test(source) && !/^(?:import|export)\b/m.test(source);
  const lists = isCommonJs ? listsBehind(source, 'module.exports = {') : listsBehind(source, 'export {');
  const asDefault = lists.find(({ as }) => as === 'default')?.name;
  return {
    isCommonJs,
    named: new Set([
      ...[...source.matchAll(isCommonJs ? member : declared)].map(([, name = '']) => name),
      ...lists.map(({ as }) => as),
    ]),
    whole: (isCommonJs ? wholeModule.exec(source)?.[1] : (asDefault ?? defaults.exec(source)?.[1])) ?? '',
  };
}

interface Listed {
  readonly name: string;
  readonly as: string;
}

/** The names of lists that begin so. */
function listsBehind(source: string, begin: string): readonly Listed[] {
  const found: Listed[] = [];
  for (let at = source.indexOf(begin); at >= 0; at = source.indexOf(begin, at + 1)) {
    const end = source.indexOf('}', at);
    if (end < 0) break;
    for (const piece of source.slice(at + begin.length, Math.min(end, at + 10_000)).split(',')) {
      const words = piece.trim().split(/[\s:]+/);
      const name = words[0] ?? '';
      if (/^[\w$]+$/.test(name)) found.push({ name, as: words[1] === 'as' ? (words[2] ?? name) : name });
    }
  }
  return found;
}
