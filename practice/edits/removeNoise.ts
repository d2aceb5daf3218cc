import { closingOf } from '../code/brackets.ts';
import { applyChanges, type Change, indentOf, lineStart } from '../code/change.ts';
import { isScript } from '../code/language.ts';
import type { Range } from '../code/mask.ts';
import type { ReadSource } from '../code/readSource.ts';
import type { EditRule } from './editRule.ts';

/** Removes comments, or lines that only print. */
export const removeNoise: EditRule = {
  sign: /\b(remove|delete|strip|drop)\b.*\b(comments?|logs?|logging|console|prints?|debug)\b/i,
  apply: (source, instruction) => {
    const changes = /\bcomments?\b/i.test(instruction)
      ? source.masked.comments.map(range => removal(source.code, range))
      : printing(source).map(range => removalOfPrinting(source, range));
    return applyChanges(source.code, changes);
  },
};

function printing({ masked }: ReadSource): readonly Range[] {
  const calls = masked.text.matchAll(/^[ \t]*(?:console\.\w+|print|println!|dbg!|fmt\.Print\w*|logger?\.debug)\(/gm);
  return [...calls].flatMap(match => {
    const close = closingOf(masked.text, match.index + match[0].length - 1);
    if (close === undefined) return [];
    const end = close + 1 + (/^[ \t]*;?/.exec(masked.text.slice(close + 1))?.[0].length ?? 0);
    const isWholeLine = /^[ \t]*(\n|$)/.test(masked.text.slice(end));
    const isStatement = !/(?:[(,&|?=+]|=>)\s*$/.test(masked.text.slice(Math.max(0, match.index - 200), match.index));
    return isWholeLine && isStatement ? [{ start: match.index, end }] : [];
  });
}

/** What is printed first in a block may be all of it: then something that does nothing must stand there. */
function removalOfPrinting({ code, masked, language }: ReadSource, range: Range): Change {
  const before = masked.text.slice(0, range.start).trimEnd();
  const opensBlock = language.id === 'python' && before.endsWith(':');
  const isOnlyBody = isScript(language) && /(?:^|[\s}])(?:(?:if|for|while)\b[^\n]*\)|else)$/.test(before.slice(-200));
  if (!opensBlock && !isOnlyBody) return removal(code, range);
  return { ...range, text: indentOf(code, range.start) + (opensBlock ? 'pass' : '{}') };
}

/** Takes the whole line along when nothing else stands on it. */
function removal(code: string, { start, end }: Range): Change {
  const from = lineStart(code, start);
  const newline = code.indexOf('\n', end);
  const to = newline === -1 ? code.length : newline;
  const isAlone = code.slice(from, start).trim() === '' && code.slice(end, to).trim() === '';
  if (isAlone) return { start: from, end: Math.min(to + 1, code.length), text: '' };
  const gap = /[ \t]*$/.exec(code.slice(from, start))?.[0].length ?? 0;
  return { start: start - gap, end, text: '' };
}
