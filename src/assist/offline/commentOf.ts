import { atOnce } from '../../core/shared/steps.ts';
import { afterDocstring } from '../documentation/docstring.ts';
import { docStyleOf } from '../documentation/docStyle.ts';
import { headEnd } from '../documentation/headEnd.ts';
import { isBlank, readCodeLines, type CodeLines } from '../enclosing/codeLines.ts';

/** The comment that documents what a text declares, as it stands there; '' when it has none. */
export function commentOf(code: string, language: string): string {
  const read = atOnce(readCodeLines(code.slice(0, longest).replaceAll('\r\n', '\n'), language));
  const style = docStyleOf(language);
  if (style.stands === 'inside') return docstringIn(read);
  const head = read.codeLines.findIndex(line => !isBlank(line));
  const above = read.lines.slice(0, Math.max(0, head));
  const first = above.findIndex(line => style.begins.test(line.trim()));
  return first < 0 ? '' : above.slice(first).join('\n').trim();
}

const longest = 60_000;

function docstringIn(code: CodeLines): string {
  const head = code.codeLines.findIndex(line => /^\s*(?:async\s+def|def|class)\b/.test(line));
  const end = head < 0 ? undefined : headEnd(code, head);
  if (!end) return '';
  let first = end.line + 1;
  while (first < code.lines.length && isBlank(code.codeLines[first])) first += 1;
  if (first >= code.lines.length) return '';
  return code.lines.slice(first, afterDocstring(code, first)).join('\n').trim();
}
