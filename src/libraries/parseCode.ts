import type { Parse, Parsed } from '../core/confidence/reading/parse.ts';
import { paced } from './secrets/paced.ts';

const longestText = 132 * 1024; // characters; no longer answer is judged, with its selection and a frame
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
      return parseJson(await withoutComments(code));
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

/** Comments become a blank and their line ends, and a last comma is dropped, as VS Code reads its own settings. Lines stay where they are. */
async function withoutComments(code: string): Promise<string> {
  const plain = await replaced(code, textsAndComments, ({ 0: found, 1: text }) =>
    text !== undefined || isOpen(found) ? undefined : ` ${'\n'.repeat(lineEnds(found))}`,
  );
  return replaced(plain, textsAndCommas, ({ 0: found, index }) =>
    found === ',' && isLast(plain, index) ? ' ' : undefined,
  );
}

/** As `replace` does, with pauses; what `by` says nothing about stays. */
async function replaced(code: string, pattern: RegExp, by: (found: RegExpExecArray) => string | undefined) {
  const parts: string[] = [];
  const rest = paced();
  let done = 0;
  for (const found of code.matchAll(pattern)) {
    const replacement = by(found);
    if (replacement !== undefined) {
      parts.push(code.slice(done, found.index), replacement);
      done = found.index + found[0].length;
    }
    const pause = rest();
    if (pause) await pause; // an await of nothing takes as long as all the rest
  }
  return parts.join('') + code.slice(done);
}

const isOpen = (comment: string): boolean =>
  comment.startsWith('/*') && !(comment.length > 3 && comment.endsWith('*/'));

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Is this comma the last one, behind a value? */
function isLast(code: string, at: number): boolean {
  const [before, after] = [visible(code, at, -1), visible(code, at, 1)];
  return before !== '' && !'[{,'.includes(before) && after !== '' && '}]'.includes(after);
}

/** The next character on this side that is no white space; '': there is none. */
function visible(code: string, from: number, step: 1 | -1): string {
  let at = from + step;
  while (' \t\r\n'.includes(code.charAt(at)) && code.charAt(at) !== '') at += step;
  return code.charAt(at);
}
