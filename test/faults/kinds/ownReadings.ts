import { edited, type AreaPlay } from '../areas/areaCase.ts';

const fence = '```';

interface Shown {
  readonly language: string;
  readonly code: string;
  readonly instruction?: string;
  /** The whole answer; or what stands in its block. */
  readonly answer?: string;
  readonly block?: string;
}

const shownAs = ({ language, code, instruction = 'Change it', answer, block = '' }: Shown) => ({
  language,
  code,
  instruction,
  answer: answer ?? `${fence}${language}\n${block}\n${fence}`,
});

const becomes = (shown: Shown, replacement: string): AreaPlay =>
  edited({ ...shownAs(shown), expect: { replacement, doubted: false } });

const isDoubted = (shown: Shown): AreaPlay => edited({ ...shownAs(shown), expect: { doubted: true } });

const one = { language: 'typescript', code: 'const a = 1;\n' };

/** Indentation that means something: kind 15 of the cases in `test/fixtures/reports`. */
export const ownIndentation: Readonly<Record<string, AreaPlay>> = {
  'a here-document ends at the margin': becomes(
    {
      language: 'shellscript',
      code: '  cat <<EOF\nhello\nEOF\n  echo done\n',
      block: 'cat <<EOF\nbye\nEOF\necho done',
    },
    '  cat <<EOF\nbye\nEOF\n  echo done\n',
  ),
  'a here-document that is new ends at the margin': becomes(
    { language: 'shellscript', code: '  run\n', block: "cat <<'END'\nbye\nEND" },
    "  cat <<'END'\nbye\nEND\n",
  ),
  'a shift in a language without here-documents': becomes(
    { language: 'typescript', code: '  x = a;\n  f(x);\n', block: 'x = a <<b\nb\ng(x);' },
    '  x = a <<b\n  b\n  g(x);\n',
  ),
  'a recipe whose tab has become blanks': becomes(
    { language: 'makefile', code: 'build:\n\tgo build\n', block: 'build:\n    go build -v' },
    'build:\n\tgo build -v\n',
  ),
  'a child in Pug that was moved to the left with its parent': becomes(
    { language: 'pug', code: '  p hi\n    a x\n', block: 'p bye\n  a x' },
    '  p bye\n    a x\n',
  ),
  'eight blanks for each tab': becomes(
    { language: 'c', code: '\tif (a)\n\t\tb();\n', block: '        if (a)\n                c();' },
    '\tif (a)\n\t\tc();\n',
  ),
};

/** Where the code stands in an answer: kind 16. */
export const ownFences: Readonly<Record<string, AreaPlay>> = {
  'a byte order mark before the fence': becomes(
    { ...one, answer: `\uFEFF${fence}ts\nconst b = 1;\n${fence}` },
    'const b = 1;\n',
  ),
  'a byte order mark in the block': becomes({ ...one, block: '\uFEFFconst b = 1;' }, 'const b = 1;\n'),
  'all of the answer is a quotation': becomes(
    { ...one, answer: `> Here:\n>\n> ${fence}ts\n> const b = 1;\n> ${fence}` },
    'const b = 1;\n',
  ),
  'one line in single backticks': becomes({ ...one, answer: '`const b = 1;`' }, 'const b = 1;\n'),
  'backticks that belong to the code': becomes({ ...one, code: '`${a}`\n', answer: '`${b}`' }, '`${b}`\n'),
};

/** Signs before each line: kind 19. */
export const ownColumns: Readonly<Record<string, AreaPlay>> = {
  'a plus before every line': isDoubted({ language: 'go', code: 'x := 1\ny := 2\n', block: '+z := 1\n+y := 2' }),
  'a plus before the only line': isDoubted({ language: 'go', code: 'x := 1\n', block: '+y := 1' }),
  'a plus that was asked for': becomes({ ...one, code: 'b\n', block: '+b' }, '+b\n'),
  'numbers and tabs before the lines': isDoubted({
    language: 'go',
    code: 'a := 1\nb := 2\n',
    block: '    10\tc := 1\n    11\tb := 2',
  }),
  'numbers and arrows before the lines': isDoubted({
    language: 'go',
    code: 'a := 1\nb := 2\n',
    block: '    10→c := 1\n    11→b := 2',
  }),
  'a mark of quotation before every line': isDoubted({ language: 'haskell', code: 'f x = 1\n', block: '> f x = 2' }),
  'a prompt before every command': isDoubted({ language: 'shellscript', code: 'npm i\n', block: '$ npm ci' }),
};
