import { atOnce } from '../../core/shared/steps.ts';
import { isBlank, readCodeLines } from '../enclosing/codeLines.ts';
import { groupOf } from './containers.ts';
import { itemsIn, nested } from './topLevel.ts';

/** Is there anything besides comments and texts? What C says to its preprocessor alone is no test. */
export const hasCode = (text: string, language: string): boolean =>
  atOnce(readCodeLines(text, language)).codeLines.some(line => /[\p{L}\p{N}]/u.test(line));

interface NewFile {
  readonly path: string;
  readonly language: string;
  /** Another test file of the project. */
  readonly others: string | undefined;
}

/** Tests as they stand in a file of their own. */
export function newFile(code: string, { path, language, others }: NewFile): string {
  const whole = language === 'rust' && /(?:^|\/)tests\//.test(path) ? withoutModule(code) : code;
  return `${(others === undefined ? whole : withoutMain(whole)).trimEnd()}\n`;
}

/** In C++ one file of all has the main function of the framework, and that is another. */
const withoutMain = (code: string): string =>
  code
    .replace(/^[ \t]*#[ \t]{0,8}define (?:CATCH_CONFIG_MAIN|DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN)\b[^\n]*\n/gm, '')
    .trimStart();

/** All of a file below `tests/` is for tests, so no module has to say it. */
function withoutModule(code: string): string {
  const read = nested(atOnce(readCodeLines(code, 'rust')));
  const { lines } = read.code;
  const items = itemsIn(read, 0, lines.length - 1);
  const [only] = items;
  const group = only && items.length === 1 ? groupOf(read, only) : undefined;
  if (!group) return code;
  const inner = lines.slice(group.head + 1, group.end).filter(line => line.trim() !== 'use super::*;');
  const written = inner.filter(line => !isBlank(line));
  const depth = written.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
  return inner
    .map(line => (isBlank(line) ? '' : line.slice(depth)))
    .join('\n')
    .replace(/^\n+/, '');
}
