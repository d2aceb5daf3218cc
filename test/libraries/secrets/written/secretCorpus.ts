import fc from 'fast-check';

import { drawnFrom } from './drawnFrom.ts';
import { begins, ends, marked, namedSecrets } from './namedSecrets.ts';
import { keysWithoutArmour } from './keysWithoutArmour.ts';
import { laterFormats } from './laterFormats.ts';
import { tokenFormats } from './tokenFormats.ts';
import { writtenSecrets } from './writtenSecrets.ts';

/** A text, and where in it secrets stand: from `start` up to but without `end`. */
export interface Planted {
  readonly format: string;
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** Where a secret that is known by its shape stands: nothing around it tells what it is. */
const shapePlaces: readonly ((token: string) => string)[] = [
  token => `const client = new Client('${token}');`,
  token => `  private readonly value: string = "${token}";`,
  token => `client = Client("${token}")`,
  token => `client := New("${token}")`,
  token => `String value = "${token}";`,
  token => `let value: &str = "${token}";`,
  token => `$value = '${token}';`,
  token => `puts "#{x}${token}"`,
  token => `{"id": 7, "value": "${token}", "on": true}`,
  token => `body: "{\\"value\\":\\"${token}\\"}"`,
  token => `value: ${token}\nother: 1`,
  token => `- ${token}\n- other`,
  token => `value = "${token}"`,
  token => `[section]\nvalue=${token}\n`,
  token => `VALUE=${token}`,
  token => `export VALUE="${token}"`,
  token => `VALUE='${token}' npm start`,
  token => `docker run -e VALUE=${token} image`,
  token => `tool login --with ${token} --yes`,
  token => `tool login --with=${token} --yes`,
  token => `echo ${token} | tool login`,
  token => `curl -H 'X-Value: ${token}' https://example.com`,
  token => `fetch(\`/items?value=${token}&page=2\`)`,
  token => `// TODO take ${token} out before the release`,
  token => `# old: ${token}`,
  token => `-- ${token}`,
  token => `/* ${token} */`,
  token => `<!-- ${token} -->`,
  token => `<value>${token}</value>`,
  token => `Use \`${token}\` here, or "${token}".`,
  token => `"first line\\n${token}\\nlast line"`,
  token => `"a\\t${token}\\r\\n"`,
  token => `Error: 401 for ${token}\n    at ask (/src/ask.ts:10:5)\n    at main (/src/main.ts:1:1)`,
  token => `Error: refused: ${token}: it has expired`,
  token => `2026-01-02T03:04:05Z INFO value=${token} ms=12`,
  token => `+const value = '${token}';`,
  token => `-  value: '${token}',`,
  token => `密钥是${token}。下一行`,
  token => `🔑${token}🔑`,
  token => `Schlüssel für Jörg: »${token}«`,
  token => `المفتاح ${token} هنا`,
  token => `(${token}), [${token}], {${token}}`,
  token => token,
];

/** What may stand before and after it, and how lines may end. */
const before = [
  '',
  '\n',
  'import x from "y";\n\n',
  '日本語のコメント\n',
  '// é\n',
  'A=1\n',
  '\uFEFF',
  'function f() {\n',
];
const after = ['', '\n', '\nconst next = 1;\n', '\n}\n', '\n# 終わり', '\n\n\n', '\nB=2'];

const shaped: Readonly<Record<string, fc.Arbitrary<string>>> = Object.fromEntries(
  Object.entries({ ...tokenFormats, ...laterFormats }).map(([format, pattern]) => [
    format,
    fc.tuple(drawnFrom(pattern), fc.constantFrom(...shapePlaces)).map(([token, place]) => place(marked(token))),
  ]),
);

/** By format: texts with such secrets, drawn evenly, alone and in the middle of other text. */
export const secretCorpus: Readonly<Record<string, fc.Arbitrary<Planted>>> = Object.fromEntries(
  Object.entries({ ...shaped, ...namedSecrets, ...writtenSecrets, ...keysWithoutArmour }).map(([format, texts]) => [
    format,
    fc.noBias(
      fc
        .tuple(fc.constantFrom(...before), texts, fc.constantFrom(...after), fc.boolean())
        .map(([head, text, tail, isWindows]) => {
          const whole = `${head}${text}${tail}`;
          return planted(format, isWindows ? whole.replaceAll('\n', '\r\n') : whole);
        }),
    ),
  ]),
);

/** Takes the marks out of a text and keeps their places. */
export function planted(format: string, withMarks: string): Planted {
  let text = '';
  const places: { start: number; end: number }[] = [];
  for (const [at, piece] of withMarks.split(new RegExp(`[${begins}${ends}]`)).entries()) {
    if (at % 2 === 1) places.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { format, text, places };
}

/** What is left of the secrets once every finding is blotted out: runs of 8 characters and more, or of a shorter one all. */
export function leftOf(
  { text, places }: Planted,
  findings: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  const letters = text.split('');
  for (const { start, end } of findings) letters.fill('\0', start, end);
  return places.flatMap(({ start, end }) =>
    letters
      .slice(start, end)
      .join('')
      .split(/\0+/)
      .filter(run => run.length >= Math.min(8, end - start)),
  );
}
