import { familyOf } from './languages.ts';

/** How a language writes comments and texts, as far as counting brackets must know it. */
export interface Lexicon {
  /** What begins a comment to the end of the line. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [string, string])[];
  /** Quotes, longer ones first. */
  readonly quotes: readonly Quote[];
  /** What else is one piece, whatever stands in it: a character, a regular expression. Sticky. */
  readonly literal?: RegExp;
  /** Pairs to be counted, each opening one before its closing one. */
  readonly brackets: string;
}

export interface Quote {
  readonly open: string;
  readonly close: string;
  /** Does a backslash take the next character? */
  readonly escapes: boolean;
  /** May it span lines? Where not, an opening one without its closing one on the line is just a character. */
  readonly lines: boolean;
}

const quote = (open: string, options: Partial<Quote> = {}): Quote => ({
  open,
  close: open,
  escapes: true,
  lines: false,
  ...options,
});
const raw = { escapes: false, lines: true };
const long = { lines: true };

const character = /'(?:\\[^\n']{1,10}|[^\\'\n])'/y; // a lone ' is a lifetime or a digit separator
const expression =
  /(?<=(?:^|[(,=:[!&|?{};+]|\breturn)[ \t]{0,20})\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n]){0,1000}\]|[^/\\\n[]){1,1000}\//y;

const curly: Lexicon = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  quotes: [quote('"')],
  literal: character,
  brackets: '(){}[]',
};
const curlyWithStrings: Lexicon = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  quotes: [quote('"'), quote("'")],
  brackets: '(){}[]',
};
const textBlocks: Lexicon = { ...curly, quotes: [quote('"""', long), quote('"')] };
const bothTextBlocks = [quote('"""', long), quote("'''", long), quote('"'), quote("'")];

const lexicons: Readonly<Record<string, Lexicon>> = {
  script: { ...curly, quotes: [quote('"'), quote("'"), quote('`', long)], literal: expression },
  c: curly,
  csharp: textBlocks,
  java: textBlocks,
  kotlin: textBlocks,
  scala: textBlocks,
  swift: textBlocks,
  go: { ...curly, quotes: [quote('"'), quote('`', raw)] },
  rust: {
    ...curly,
    quotes: [quote('r##"', { ...raw, close: '"##' }), quote('r#"', { ...raw, close: '"#' }), quote('"', long)],
  },
  dart: { ...curlyWithStrings, quotes: bothTextBlocks },
  php: { ...curlyWithStrings, lineComments: ['//', '#'], quotes: [quote('"', long), quote("'", long)] },
  css: { ...curlyWithStrings, lineComments: [] }, // `//` stands in addresses
  json: { ...curlyWithStrings, quotes: [quote('"')], brackets: '{}[]' },
  python: { lineComments: ['#'], blockComments: [], quotes: bothTextBlocks, brackets: '(){}[]' },
  sql: {
    lineComments: ['--'],
    blockComments: [['/*', '*/']],
    quotes: [quote("'", raw), quote('"', raw)],
    brackets: '()',
  },
  // a pattern of `case` ends in a bracket that nothing opened, so round ones are not counted
  shell: { lineComments: ['#'], blockComments: [], quotes: [quote('"', long), quote("'", raw)], brackets: '{}' },
  lua: {
    lineComments: ['--'],
    blockComments: [['--[[', ']]']],
    quotes: [quote('[[', { ...raw, close: ']]' }), quote('"'), quote("'")],
    brackets: '(){}',
  },
};

/** undefined: a language whose brackets say nothing, or that is not known. */
export const lexiconOf = (language: string): Lexicon | undefined => lexicons[familyOf(language) ?? ''];

const hash = { lineComments: ['#'], blockComments: [], quotes: [quote('"'), quote("'")], brackets: '' };
const ofOthers: Readonly<Record<string, Lexicon>> = {
  ...{ yaml: hash, toml: hash, dockerfile: hash, makefile: hash, ruby: hash, perl: hash, r: hash, powershell: hash },
  html: { lineComments: [], blockComments: [['<!--', '-->']], quotes: [quote('"'), quote("'")], brackets: '' },
};

/** As `lexiconOf`, and of more languages: to compare two codes, where nothing is said of brackets. */
export const comparedBy = (language: string): Lexicon | undefined =>
  lexiconOf(language) ?? ofOthers[familyOf(language) ?? ''];
