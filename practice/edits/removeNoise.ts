import { applyChanges, type Change, lineStart } from '../code/change.ts';
import type { Range } from '../code/mask.ts';
import type { ReadSource } from '../code/source.ts';
import { closingOf } from '../code/brackets.ts';
import type { EditRule } from './editRule.ts';

/** Removes comments, or lines that only print. */
export const removeNoise: EditRule = {
  sign: /\b(remove|delete|strip|drop)\b.*\b(comments?|logs?|logging|console|prints?|debug)\b/i,
  apply: (source, instruction) => {
    const ranges = /\bcomments?\b/i.test(instruction) ? source.masked.comments : printing(source);
    return applyChanges(
      source.code,
      ranges.map(range => removal(source.code, range)),
    );
  },
};

function printing({ masked }: ReadSource): readonly Range[] {
  const calls = [
    ...masked.text.matchAll(/^[ \t]*(?:console\.\w+|print|println!|dbg!|fmt\.Print\w*|logger?\.debug)\(/gm),
  ];
  return calls.flatMap(match => {
    const close = closingOf(masked.text, match.index + match[0].length - 1);
    if (close === undefined) return [];
    const end = close + 1 + (/^[ \t]*;?/.exec(masked.text.slice(close + 1))?.[0].length ?? 0);
    const isWholeLine = /^[ \t]*(\n|$)/.test(masked.text.slice(end));
    return isWholeLine ? [{ start: match.index, end }] : [];
  });
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
