/** How a programming language is written, as far as the rules need to know. */
export interface Language {
  /** VS Code's language id: 'typescript'. */
  readonly id: string;
  readonly title: string;
  /** How bodies are written: braces, indentation, or an `end` line; 'none' where there are no functions. */
  readonly bodies: 'braces' | 'indentation' | 'end' | 'none';
  /** Undefined where there are no comments. */
  readonly lineComment: string | undefined;
  readonly blockComment: readonly [open: string, close: string] | undefined;
  /** Delimiters of strings, longest first. */
  readonly quotes: readonly string[];
}

const slashes = { lineComment: '//', blockComment: ['/*', '*/'] as const };
const hash = { lineComment: '#', blockComment: undefined };
const noComments = { lineComment: undefined, blockComment: undefined };

const languages: readonly Language[] = [
  { id: 'typescript', title: 'TypeScript', bodies: 'braces', ...slashes, quotes: ['"', "'", '`'] },
  { id: 'javascript', title: 'JavaScript', bodies: 'braces', ...slashes, quotes: ['"', "'", '`'] },
  { id: 'python', title: 'Python', bodies: 'indentation', ...hash, quotes: ['"""', "'''", '"', "'"] },
  { id: 'json', title: 'JSON', bodies: 'none', ...noComments, quotes: ['"'] },
  { id: 'go', title: 'Go', bodies: 'braces', ...slashes, quotes: ['"', '`', "'"] },
  { id: 'rust', title: 'Rust', bodies: 'braces', ...slashes, quotes: ['"'] },
  { id: 'java', title: 'Java', bodies: 'braces', ...slashes, quotes: ['"""', '"', "'"] },
  { id: 'csharp', title: 'C#', bodies: 'braces', ...slashes, quotes: ['"', "'"] },
  { id: 'kotlin', title: 'Kotlin', bodies: 'braces', ...slashes, quotes: ['"""', '"', "'"] },
  { id: 'swift', title: 'Swift', bodies: 'braces', ...slashes, quotes: ['"""', '"'] },
  { id: 'c', title: 'C', bodies: 'braces', ...slashes, quotes: ['"', "'"] },
  { id: 'cpp', title: 'C++', bodies: 'braces', ...slashes, quotes: ['"', "'"] },
  { id: 'php', title: 'PHP', bodies: 'braces', ...slashes, quotes: ['"', "'"] },
  { id: 'css', title: 'CSS', bodies: 'none', lineComment: undefined, blockComment: ['/*', '*/'], quotes: ['"', "'"] },
  { id: 'ruby', title: 'Ruby', bodies: 'end', ...hash, quotes: ['"', "'"] },
  { id: 'shellscript', title: 'shell script', bodies: 'braces', ...hash, quotes: ['"', "'"] },
  { id: 'yaml', title: 'YAML', bodies: 'none', ...hash, quotes: ['"'] },
  { id: 'toml', title: 'TOML', bodies: 'none', ...hash, quotes: ['"""', '"', "'"] },
  { id: 'sql', title: 'SQL', bodies: 'none', lineComment: '--', blockComment: ['/*', '*/'], quotes: ["'", '"'] },
  { id: 'lua', title: 'Lua', bodies: 'end', lineComment: '--', blockComment: undefined, quotes: ['"', "'"] },
  {
    id: 'markdown',
    title: 'Markdown',
    bodies: 'none',
    lineComment: undefined,
    blockComment: ['<!--', '-->'],
    quotes: [],
  },
  { id: 'html', title: 'HTML', bodies: 'none', lineComment: undefined, blockComment: ['<!--', '-->'], quotes: [] },
];

/** Anything that is not known: no strings, no comments, so that apostrophes are just letters. */
const plainText: Language = { id: 'plaintext', title: 'text', bodies: 'none', ...noComments, quotes: [] };

// prettier-ignore
const aliases: Readonly<Record<string, string>> = {
  ts: 'typescript', tsx: 'typescript', typescriptreact: 'typescript', mts: 'typescript', cts: 'typescript',
  js: 'javascript', jsx: 'javascript', javascriptreact: 'javascript', mjs: 'javascript', cjs: 'javascript',
  py: 'python', python3: 'python', golang: 'go', rs: 'rust', 'c++': 'cpp', cc: 'cpp', h: 'c', hpp: 'cpp',
  cs: 'csharp', 'c#': 'csharp', kt: 'kotlin', rb: 'ruby', sh: 'shellscript', bash: 'shellscript',
  zsh: 'shellscript', shell: 'shellscript', yml: 'yaml', jsonc: 'json', json5: 'json', scss: 'css', less: 'css',
  xml: 'html', svg: 'html', vue: 'html', md: 'markdown',
};

/** The language that a fence's info string names; where it names none, the one that the code looks like. */
export function languageOf(info: string, code: string): Language {
  const name = info.trim().toLowerCase();
  const id = aliases[name] ?? name;
  return languages.find(language => language.id === id) ?? (name === '' ? guess(code) : plainText);
}

/** Whether the language is TypeScript or JavaScript. */
export function isScript({ id }: Language): boolean {
  return id === 'typescript' || id === 'javascript';
}

/** One line of comment in the language; undefined where it has no comments. */
export function commentLine(language: Language, text: string): string | undefined {
  if (language.lineComment !== undefined) return `${language.lineComment} ${text}`;
  if (language.blockComment !== undefined) return `${language.blockComment[0]} ${text} ${language.blockComment[1]}`;
  return undefined;
}

const signs: readonly (readonly [id: string, sign: RegExp])[] = [
  ['go', /^package \w+$|^func (\(.*?\) )?\w+\(/m],
  ['rust', /\bfn \w+.*\{|\blet mut\b|^use [\w:]+;|^impl\b/m],
  ['python', /^\s*(async )?def \w+\(.*:|^from [\w.]+ import |^import [\w.]+$|^\s*class \w+.*:$/m],
  ['java', /\bpublic (static |final )*(class|void|int|String)\b/],
  ['c', /^#include\b/m],
  ['php', /^<\?php/],
  ['typescript', /\binterface \w+|^(export )?type \w+ =|\w\??: (string|number|boolean|unknown)\b/m],
  ['javascript', /\b(const|let|var) [\w{[]|\bfunction\b|=>/],
  ['html', /^\s*<[!a-z]/i],
];

function guess(code: string): Language {
  const found = isJson(code) ? 'json' : signs.find(([, sign]) => sign.test(code))?.[0];
  return languages.find(({ id }) => id === found) ?? plainText;
}

function isJson(code: string): boolean {
  if (!/^\s*[[{]/.test(code)) return false;
  try {
    JSON.parse(code);
    return true;
  } catch {
    // Not JSON: that is the answer to the question.
    return false;
  }
}
