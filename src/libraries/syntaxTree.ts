import type { Tree } from '@lezer/common';
import { parser as scriptParser } from '@lezer/javascript';
import type { LRParser } from '@lezer/lr';
import { parser as pythonParser } from '@lezer/python';
import type { Parsed } from '../core/confidence/reading/parse.ts';
import { inSteps } from '../core/shared/steps.ts';
import { indentationFault } from './pythonIndentation.ts';
import { openString } from './openString.ts';

const longestStepMs = 4; // a quarter of the 16 ms that nothing of ours may block for: a step may end late

/** Does Lezer's grammar accept it? It rejects much that is right, so a "no" is no verdict. */
export async function parsesAsScript(dialect: 'jsx' | 'ts' | 'ts jsx', code: string): Promise<boolean> {
  // a run of these line ends takes Lezer's grammar the square of its length (1.5.6: 2 s for 4000 of them)
  const plain = code.replace(/[\u2028\u2029]/g, '\n');
  const grown = await grow(scriptParser.configure({ dialect, strict: true }), plain);
  if (!('tree' in grown) || (dialect === 'jsx' && hasTypes(grown.tree))) return false;
  return (await inSteps(openString(plain, grown.tree), pace())) === undefined;
}

/** The grammar lets type annotations pass in JavaScript too. */
function hasTypes(tree: Tree): boolean {
  const cursor = tree.cursor();
  do if (typeNodes.has(cursor.name)) return true;
  while (cursor.next());
  return false;
}

const typeNodes = new Set(['TypeAnnotation', 'TypeName', 'TypeParamList', 'Optional']);

/** Lezer's grammar, helped over what it does not know, and open texts and the indentation, which it does not check. */
export async function parsePython(code: string): Promise<Parsed> {
  const known = withoutUnknown(code.trimEnd());
  const grown = await grow(pythonParser.configure({ strict: true }), known);
  if ('tree' in grown) {
    const line =
      (await inSteps(openString(known, grown.tree), pace())) ??
      (await inSteps(indentationFault(known, grown.tree), pace()));
    return line === undefined ? { verdict: 'parses' } : { verdict: 'fails', line };
  }
  const before = known.slice(0, grown.failedAt);
  return mayBeRight(known, grown.failedAt) ? { verdict: 'unknown' } : { verdict: 'fails', line: linesIn(before) };
}

/** Parses in steps and lets others work before and between them. In strict mode the first error ends the parse. */
async function grow(parser: LRParser, code: string): Promise<{ readonly tree: Tree } | { readonly failedAt: number }> {
  await pause(); // what called may have parsed something else just now
  const growing = parser.startParse(code);
  try {
    for (let since = performance.now(); ;) {
      const tree = growing.advance();
      if (tree) return { tree };
      if (performance.now() - since < longestStepMs) continue;
      await pause();
      since = performance.now();
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { failedAt: growing.parsedPos };
  }
}

const pace = () => ({ now: () => performance.now(), turn: pause });

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** Right Python that @lezer/python 1.1 does not know, put in words that it does: a bare `yield`, `20.`, a form feed. */
function withoutUnknown(code: string): string {
  return code
    .replaceAll('\f', ' ')
    .replace(/\byield(?=[ \t]*(?:[)\]},;:#]|$))/gm, 'yield 0')
    .replace(/\b\d+\.(?![\w.])/g, '$&0');
}

/** So many characters of a line, and before an error, are looked at. */
const longestLook = 400;

/** More of it, which cannot be put otherwise: where one of these stands at the error, the grammar has no say. */
function mayBeRight(code: string, failedAt: number): boolean {
  const [line = ''] = code.slice(code.lastIndexOf('\n', failedAt - 1) + 1).split('\n', 1);
  const nearby = code.slice(Math.max(0, failedAt - longestLook), failedAt);
  return (
    /^\s*(?:@|case\b)|\[[^\]]*\*|:\s*\*|,\s*\*\w+\s+in\b/.test(line.slice(0, longestLook)) ||
    /^[ \t]*(?:async[ \t]+)?with[ \t]*\(/m.test(nearby)
  );
}

const linesIn = (text: string): number => text.split('\n').length;
