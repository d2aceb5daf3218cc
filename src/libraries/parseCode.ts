import type { Parse, Parsed } from '../core/confidence/parse.ts';

const longestText = 256 * 1024; // characters; a model writes about 16 000 in the 4 000 tokens that an edit may have
const longestSecondOpinion = 16 * 1024; // Babel cannot pause: 10 ms for so many characters, 30 ms the first time
const unknown: Parsed = { verdict: 'unknown' };

/**
 * Parses TypeScript, JavaScript (both with JSX), Python and JSON. The parsers are loaded with the first text that needs
 * them, and work in steps, so that a long text does not hold up the extension host.
 */
export const parse: Parse = async (language, code) => {
  if (code.length > longestText) return unknown;
  switch (language) {
    case 'json':
      return parseJson(code);
    case 'jsonc':
      return parseJson(withoutComments(code));
    case 'python':
      return (await import('./syntaxTree.ts')).parsePython(code);
    case 'javascript':
    case 'javascriptreact':
      return parseScript('jsx', code);
    case 'typescript':
      return parseScript('ts', code);
    case 'typescriptreact':
      return parseScript('ts jsx', code);
    default:
      return unknown;
  }
};

/**
 * What Lezer's grammar accepts is accepted. What it rejects is asked of Babel before it is called a failure: the grammar is
 * made for highlighting and rejects every fifth real TypeScript file (`catch (error: unknown)`, `(x): x is T =>`).
 */
async function parseScript(dialect: 'jsx' | 'ts' | 'ts jsx', code: string): Promise<Parsed> {
  const { parsesAsScript } = await import('./syntaxTree.ts');
  if (await parsesAsScript(dialect, code)) return { verdict: 'parses' };
  if (code.length > longestSecondOpinion) return unknown;
  const { secondOpinion } = await import('./secondOpinion.ts');
  return secondOpinion(dialect, code);
}

function parseJson(code: string): Parsed {
  try {
    JSON.parse(code);
    return { verdict: 'parses' };
  } catch (error) {
    const line = /\(line (\d+) /.exec(String(error))?.[1];
    return line === undefined ? { verdict: 'fails' } : { verdict: 'fails', line: Number(line) };
  }
}

/** A text, also one that its line ends in: what failed at the end would be looked for anew at each quotation mark. */
const text = /("(?:\\.|[^"\\\n])*"?)/.source;
const textsAndComments = new RegExp(`${text}|\\/\\/[^\\n]*|\\/\\*(?:[^]*?\\*\\/|[^]*)`, 'g');
const textsAndCommas = new RegExp(`${text}|,`, 'g');

/** Comments become blanks and a last comma is dropped, as VS Code reads its own settings. Lines stay where they are. */
function withoutComments(code: string): string {
  const plain = code.replace(
    textsAndComments,
    (found, text?: string) => text ?? (isOpen(found) ? found : blanked(found)),
  );
  return plain.replace(textsAndCommas, (found, text: string | undefined, at: number) =>
    text === undefined && isLast(plain, at) ? ' ' : found,
  );
}

const isOpen = (comment: string): boolean =>
  comment.startsWith('/*') && !(comment.length > 3 && comment.endsWith('*/'));

/** More white space beside a comma is not looked through: of a text of white space and commas it would be looked through each time. */
const mostBlanks = 1_000;

/** Is this comma the last one, behind a value? */
function isLast(code: string, at: number): boolean {
  const before = code
    .slice(Math.max(0, at - mostBlanks), at)
    .trimEnd()
    .at(-1);
  const after = code
    .slice(at + 1, at + 1 + mostBlanks)
    .trimStart()
    .charAt(0);
  return before !== undefined && !'[{,'.includes(before) && '}]'.includes(after || '?');
}

const blanked = (text: string): string =>
  text
    .split('\n')
    .map(line => ' '.repeat(line.length))
    .join('\n');
