const families: Readonly<Record<string, readonly string[]>> = {
  script: [
    'typescript',
    'ts',
    'mts',
    'cts',
    'typescriptreact',
    'tsx',
    'javascript',
    'js',
    'mjs',
    'cjs',
    'javascriptreact',
    'jsx',
  ],
  python: ['python', 'py', 'python3', 'pyi'],
  json: ['json', 'jsonc', 'json5', 'jsonl'],
  c: ['c', 'cpp', 'c++', 'cc', 'cxx', 'h', 'hpp', 'cuda-cpp', 'objective-c', 'objective-cpp', 'objc'],
  csharp: ['csharp', 'cs', 'c#'],
  java: ['java'],
  kotlin: ['kotlin', 'kt'],
  scala: ['scala'],
  swift: ['swift'],
  dart: ['dart'],
  go: ['go', 'golang'],
  rust: ['rust', 'rs'],
  php: ['php'],
  ruby: ['ruby', 'rb'],
  css: ['css', 'scss', 'sass', 'less'],
  html: ['html', 'xhtml', 'vue', 'svelte', 'handlebars', 'xml', 'svg', 'xsl'],
  sql: ['sql', 'mysql', 'postgresql', 'postgres', 'plsql', 'pgsql', 'sqlite', 'tsql'],
  shell: ['shellscript', 'sh', 'bash', 'zsh', 'shell', 'console', 'fish'],
  powershell: ['powershell', 'ps1', 'pwsh'],
  yaml: ['yaml', 'yml', 'dockercompose'],
  toml: ['toml'],
  dockerfile: ['dockerfile', 'docker'],
  makefile: ['makefile', 'make'],
  markdown: ['markdown', 'md', 'mdx'],
  lua: ['lua'],
  r: ['r'],
  perl: ['perl', 'pl'],
  diff: ['diff', 'patch', 'udiff'],
};

const familyOfName = new Map(
  Object.entries(families).flatMap(([family, names]) => names.map(name => [name, family] as const)),
);

/**
 * Which languages may stand for one another after a fence: 'ts' for 'typescriptreact', 'bash' for 'shellscript'. Takes a
 * language id of VS Code or the word after a fence; undefined: not known, so nothing can be said.
 */
export const familyOf = (name: string): string | undefined => familyOfName.get(name.toLowerCase());

/** What may stand inside of another: a component's script and style, the commands of a recipe. */
const inside: Readonly<Record<string, readonly string[]>> = {
  html: ['script', 'css', 'json', 'php'],
  php: ['html', 'script', 'css', 'sql'],
  dockerfile: ['shell'],
  makefile: ['shell'],
  yaml: ['shell', 'json', 'script', 'python'],
  script: ['html', 'css', 'sql'],
  python: ['sql'],
};

/** May code of one family be meant where another is expected? In Markdown everything may. */
export const mayStandIn = (found: string, wanted: string): boolean =>
  found === wanted || wanted === 'markdown' || (inside[wanted] ?? []).includes(found);

/** Texts in which a sentence is nothing strange. */
export const isProse = (language: string): boolean =>
  ['markdown', 'mdx', 'plaintext', 'latex', 'restructuredtext', 'asciidoc', 'git-commit'].includes(language);
