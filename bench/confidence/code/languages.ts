export type LanguageId = 'typescript' | 'typescriptreact' | 'javascript' | 'python' | 'go' | 'rust' | 'java' | 'cpp';

/** What the builder knows of a language. */
export interface Language {
  /** VS Code's id. */
  readonly id: LanguageId;
  /** The word behind a fence that models write. */
  readonly fence: string;
  /** What its files end in. */
  readonly files: RegExp;
  /** What a comment up to the end of the line begins with. */
  readonly comment: '//' | '#';
  /** How names of several words are written. */
  readonly names: 'camel' | 'snake';
  /** What ends a statement. */
  readonly end: ';' | '';
}

const row = (
  [id, fence, files]: readonly [LanguageId, string, RegExp],
  differs: Partial<Pick<Language, 'comment' | 'names' | 'end'>> = {},
): Language => ({ id, fence, files, comment: '//', names: 'camel', end: ';', ...differs });

const all: readonly Language[] = [
  row(['typescript', 'ts', /(?<!\.d)\.ts$/]),
  row(['typescriptreact', 'tsx', /\.tsx$/]),
  row(['javascript', 'js', /\.js$/]),
  row(['python', 'python', /\.py$/], { comment: '#', names: 'snake', end: '' }),
  row(['go', 'go', /(?<!_test)\.go$/], { end: '' }),
  row(['rust', 'rust', /\.rs$/], { names: 'snake' }),
  row(['java', 'java', /\.java$/]),
  row(['cpp', 'cpp', /\.(?:cc|cpp|hpp|h)$/], { names: 'snake' }),
];

/** The languages of the set, in the order in which they are told. */
export const languages: ReadonlyMap<LanguageId, Language> = new Map(all.map(language => [language.id, language]));

export function languageOf(id: LanguageId): Language {
  const language = languages.get(id);
  if (!language) throw new Error(`no language ${id}`);
  return language;
}

/** TypeScript's compiler reads them. */
export const isScript = (id: LanguageId): boolean => id.includes('script');
/** Types are written in them: for what may follow a name. */
export const isTyped = (id: LanguageId): boolean => !['javascript', 'python'].includes(id);
