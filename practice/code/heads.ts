import type { Language } from './language.ts';

/** Words that stand before a bracket where a function's name could stand, and are none. */
export const controlWords: ReadonlySet<string> = new Set(
  'if for while switch catch return function else elif match with await typeof in not and or foreach'.split(' '),
);

/** Words that stand before a bracket like the name of a called function, and are none. */
export const keywords: ReadonlySet<string> = new Set([
  ...controlWords,
  ...'new assert lambda super this constructor sizeof defer go range unless until synchronized using lock'.split(' '),
]);

const name = '(?<name>[A-Za-z_$#][\\w$]*)';
const types = '(?:\\s*<[^()]*?>)?';
const modifiers = '(?:(?:public|private|protected|static|override|readonly|get|set)\\s+)*';

const scriptHeads = [
  `\\b(?<async>async\\s+)?function\\s*\\*?\\s*${name}${types}\\s*\\(`,
  `\\b(?:const|let|var)\\s+${name}\\s*(?::[^=;]+)?=\\s*(?<async>async\\b\\s*)?(?:function\\s*\\*?\\s*[\\w$]*\\s*)?${types}\\(`,
  `\\b(?:const|let|var)\\s+${name}\\s*=\\s*(?<async>async\\s+)?(?<single>[\\w$]+)\\s*=>`,
  `^[ \\t]*${modifiers}(?<async>async\\s+)?\\*?(?<method>)${name}${types}\\s*\\(`,
];

const heads: Readonly<Record<string, readonly string[]>> = {
  typescript: scriptHeads,
  javascript: scriptHeads,
  python: [`^[ \\t]*(?<async>async\\s+)?def\\s+${name}\\s*(?:\\[[^\\]]*\\])?\\(`],
  go: [`^func\\s+(?<method>\\([^)]*\\)\\s*)?${name}(?:\\[[^\\]]*\\])?\\(`],
  rust: [`\\b(?<async>async\\s+)?fn\\s+${name}(?:<[^(]*>)?\\(`],
  ruby: [`^[ \\t]*def\\s+(?:self\\.)?${name}[?!]?(?:\\(|(?=[ \\t]*$))`],
  lua: [`\\bfunction\\s+(?:[\\w.]+[.:])?${name}\\s*\\(`],
  php: [`\\bfunction\\s+&?${name}\\s*\\(`],
  kotlin: [`\\bfun\\s+(?:<[^>]*>\\s*)?(?:[\\w<>]+\\.)?${name}\\s*\\(`],
  swift: [`\\bfunc\\s+${name}${types}\\s*\\(`],
};

const typedHeads = [`^[ \\t]*(?:[\\w<>\\[\\],.*&:~]+[ \\t]+[*&]*)+${name}\\s*\\(`];
const anyHeads = [`\\b(?:def|func|fn|fun|function|sub|proc)\\s+${name}\\s*\\(`, `^${name}\\s*\\(`];
const typedLanguages = ['java', 'csharp', 'c', 'cpp'];

/**
 * How functions begin in a language, for masked code. A match ends behind the bracket that opens the parameters, behind
 * the arrow of a `single` parameter, or behind the name where there are none. Groups: name, async, method, single.
 */
export function headsOf({ id }: Language): readonly RegExp[] {
  const sources = heads[id] ?? (typedLanguages.includes(id) ? typedHeads : anyHeads);
  return sources.map(source => new RegExp(source, 'gm'));
}
