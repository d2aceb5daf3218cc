/** Pieces of which a text that is made to take long consists, by the grammar that they belong to. */
const pieces: Readonly<Record<string, readonly string[]>> = {
  lines: [
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\t',
    '\t\n',
    ' \n',
    '\u2028',
    'a',
    'a ',
    'aB0-',
    '\u0000',
    '\u200b',
    '🙂',
    '\ud800',
  ],
  markdown: [
    '```js\nf(n)\n',
    '```\n',
    '~',
    '~\u2028',
    '`',
    '`a',
    '> ',
    '- ',
    '[',
    '[a](',
    '![',
    '*',
    '_',
    '**a',
    '|a',
    '<',
    '<a ',
  ],
  code: [
    '"\\',
    '/[',
    '/*',
    '//',
    "'",
    '({[',
    ')}]',
    '`${',
    '"',
    'function f(){\n',
    'def f(:\n',
    'export ',
    '@a',
    '@a(\n',
    '#if\n',
  ],
  words: [
    'function ',
    'new a<',
    'a = ',
    '=>',
    'class A{',
    'case a:',
    'fun a(',
    'template<',
    '// ... rest of the code\n',
    '...\n',
    '# a\n',
  ],
  data: [
    '[',
    '{"a":',
    '{"a":"',
    '"a":{',
    '[1,',
    ', ',
    ',',
    '\\u0000',
    '"a":1,',
    '- a:\n',
    'a: |\n',
    '\\"',
    '// a\n',
    '/* */',
  ],
  stream: ['data: ', 'data: {}\n\n', ':\n', 'event: a\n', '\n\n', 'data\n', 'retry: 1\n', '\ufeff', 'data: [DONE]\n\n'],
  calls: [
    'SECRET_1_',
    'fetch(',
    'fetch(SECRET_1_',
    'fetch("https://a.example/SECRET_1_")\n',
    'https://a.example/ SECRET_1_\n',
    '[a](https://x/SECRET_1_)\n',
    'https:',
    '"https://" + ',
    'mailto:a',
    'www.',
    "'+'",
    'curl ',
    'axios',
    'SECRET_1_ +\n',
    'S',
  ],
  prints: [
    'console.log(',
    'console.log(token)\n',
    'echo $token\n',
    'token="SECRET_1_"\n',
    'cout << "',
    '{a:SECRET_1_,',
  ],
  marks: ['⟦hidden', '⟦hidden U+200B⟧', '⟦', 'a\u200b', '\u{e0041}', '\u202e', '\u200f', '\ufe0f', '\u{1f469}\u200d'],
  rules: ['**/', '**/a/', '*a', '[', '[a-', '!', '\\', '?', '#'],
  keys: ['sk-', 'Bearer ', 'eyJ', 'key=', '=', 'SECRET_1_', '-----BEGIN ', 'a.', '://', '@'],
};

/** A text of this length made of one piece again and again, at the beginning of which may stand another. */
export interface HostileText {
  readonly name: string;
  readonly of: (length: number) => string;
}

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Every shape of these grammars; without any, all. */
export function hostileTexts(...grammars: readonly string[]): readonly HostileText[] {
  const wanted = grammars.length > 0 ? grammars : Object.keys(pieces);
  const found = wanted.flatMap(grammar => pieces[grammar] ?? []);
  return [
    ...found.map(piece => ({ name: JSON.stringify(piece), of: (length: number) => repeated(piece, length) })),
    {
      name: 'lines that are all different',
      of: length => {
        const lines: string[] = [];
        for (let size = 0, at = 0; size < length; at += 1) size += (lines[at] = `line ${at}`).length + 1;
        return lines.join('\n').slice(0, length);
      },
    },
    { name: 'opened at the beginning', of: length => `"\`\`\`{${repeated('a\n', length)}`.slice(0, length) },
  ];
}
