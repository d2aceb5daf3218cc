import { applyChanges } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { EditRule } from './editRule.ts';

/** `var` (and `let`, when asked) becomes `const`, or `let` where the variable is set again or declared with others. */
export const declareConst: EditRule = {
  sign: /\bvars?\b[\s\S]*\b(const|let)\b|\blets?\b[\s\S]*\bconst\b|\b(use|prefer)\s+[`'"]?const\b|\b(replace|remove|no)\s+[`'"]?vars?\b/i,
  apply: ({ code, masked, language }, instruction) => {
    if (!isScript(language)) return code;
    const words = /\blets?\b[\s\S]*\bto\b[\s\S]*\bconst\b/i.test(instruction) ? 'var|let' : 'var';
    const found = masked.text.matchAll(
      new RegExp(`\\b(?<word>${words})\\s+(?<names>${namesPattern})(?<rest>[^\\n]*)`, 'g'),
    );
    const declarations = [...found].map(({ index, groups = {} }) => ({
      start: index,
      end: index + (groups['word'] ?? '').length,
      names: [...(groups['names'] ?? '').matchAll(/[A-Za-z_$][\w$]*/g)].map(([name]) => name),
      rest: groups['rest'] ?? '',
    }));
    const all = declarations.flatMap(({ names }) => names);
    const once = declarations.filter(({ names }) => names.every(name => all.indexOf(name) === all.lastIndexOf(name)));
    return applyChanges(
      code,
      once.map(({ start, end, names, rest }) => ({ start, end, text: wordFor(masked.text, names, rest) })),
    );
  },
};

const namesPattern = '[\\w$]+|[{[][^=;]*[}\\]]';

function wordFor(masked: string, names: readonly string[], rest: string): 'const' | 'let' {
  const isSet = /^\s*(?::[^=;]+)?=(?!=)|^\s*(?:of|in)\b/.test(rest);
  const hasMore = /^[^;()[\]{}]*,/.test(rest);
  const isSetAgain = names.some(name => assignments(masked, name) > 1);
  return isSet && !hasMore && !isSetAgain ? 'const' : 'let';
}

/** How often a variable is given a value, its declaration included; steps like `i++` weigh two. */
function assignments(masked: string, name: string): number {
  const safe = name.replace(/\$/g, '\\$&');
  const operators = '(?:[-+*/%&|^]|\\*\\*|<<|>>|&&|\\|\\||\\?\\?)?';
  const set = new RegExp(`(?<![\\w$.])${safe}\\s*(?::[^=;()\\n]+)?${operators}=(?![=>])`, 'g');
  const step = new RegExp(`(?<![\\w$.])${safe}\\s*(?:\\+\\+|--)|(?:\\+\\+|--)\\s*${safe}(?![\\w$])`, 'g');
  return [...masked.matchAll(set)].length + 2 * [...masked.matchAll(step)].length;
}
