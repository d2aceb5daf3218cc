/** The grammars that VS Code ships for languages that we have no parser for, by its own ids of the languages. */
const grammars: Readonly<Record<string, string>> = {
  go: 'go',
  java: 'java',
  rust: 'rust',
  cpp: 'cpp',
  c: 'cpp',
  csharp: 'c-sharp',
  php: 'php',
  ruby: 'ruby',
  shellscript: 'bash',
};

/** What VS Code calls the grammar of a language; undefined: it has none, or we have a parser of our own. */
export const grammarOf = (language: string): string | undefined =>
  Object.hasOwn(grammars, language) ? grammars[language] : undefined;
