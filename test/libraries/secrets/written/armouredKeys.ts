import fc from 'fast-check';
import { drawnFrom } from './drawnFrom.ts';
import { marked } from './namedSecrets.ts';
import { planted, type Planted } from './secretCorpus.ts';

/** How each line of a key may be written: with what before and behind it. */
export const lineDecorations: Readonly<Record<string, (line: string) => string>> = {
  'as it is': line => line,
  indented: line => `      ${line}`,
  'indented by tabs': line => `\t\t${line}`,
  '// comment': line => `// ${line}`,
  '//comment without a blank': line => `//${line}`,
  '# comment': line => `# ${line}`,
  '#comment without a blank': line => `#${line}`,
  '* comment': line => ` * ${line}`,
  '-- comment': line => `-- ${line}`,
  '; comment': line => `; ${line}`,
  'REM comment': line => `REM ${line}`,
  'joined with plus': line => `  "${line}\\n" +`,
  'joined with plus before': line => `  + '${line}\\n'`,
  'joined with a dot': line => `  '${line}' . "\\n" .`,
  'joined by being next to it': line => `    "${line}\\n"`,
  'list of Python': line => `    '${line}',`,
  'list of YAML': line => `  - ${line}`,
  'quoted list of YAML': line => `  - "${line}"`,
  echo: line => `echo "${line}" >> key.pem`,
  'echo without quotes': line => `echo ${line}>>key.pem`,
  'printf of lines': line => `printf '%s\\n' '${line}'`,
  'call for each line': line => `sb.append("${line}\\n");`,
  'added in a patch': line => `+${line}`,
  'taken out in a patch': line => `-${line}`,
  quoted: line => `> ${line}`,
  'backslash at the end': line => `${line}\\n\\`,
  'C, next to each other': line => `    "${line}\\n" \\`,
  'HTML breaks': line => `${line}<br>`,
};

/** Which part of a key a selection shows. */
export const cuts = ['whole', 'head cut', 'tail cut', 'both cut', 'cut in the middle of a line'] as const;

const body = fc
  .tuple(
    drawnFrom(/^MII[A-Za-z0-9+/]{61}$/),
    fc.array(drawnFrom(/^[A-Za-z0-9+/]{64}$/), { minLength: 12, maxLength: 49 }),
    drawnFrom(/^[A-Za-z0-9+/]{22}[0-9][A-Z][a-z][A-Za-z0-9+/]{10}==$/),
  )
  .map(([first, more, last]) => [first, ...more, last]);
const labels = fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY');
const around = fc.constantFrom('', 'before();\n', 'key:\n', '\n\n');

/** A key, each of its lines written so, of which a part is shown. */
export const armouredKey = (write: (line: string) => string, cut: (typeof cuts)[number]): fc.Arbitrary<Planted> =>
  fc.tuple(labels, body, around, fc.boolean()).map(([label, lines, before, isWindows]) => {
    const text = shown(label, lines, cut).map(write).join('\n');
    const whole = `${cut === 'whole' || cut === 'tail cut' ? before : ''}${text}${cut === 'whole' || cut === 'head cut' ? '\nafter();\n' : ''}`;
    return planted(cut, isWindows ? whole.replaceAll('\n', '\r\n') : whole);
  });

function shown(label: string, lines: readonly string[], cut: (typeof cuts)[number]): readonly string[] {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
  const middle = Math.floor(lines.length / 2);
  const shownLines = {
    whole: [begin, ...lines.map(marked), end],
    'head cut': [...lines.slice(middle).map(marked), end],
    'tail cut': [begin, ...lines.slice(0, middle).map(marked)],
    'both cut': lines.slice(2, middle).map(marked),
    'cut in the middle of a line': [marked((lines[2] ?? '').slice(20)), ...lines.slice(3, middle).map(marked)],
  };
  return shownLines[cut];
}
