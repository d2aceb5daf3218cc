import { lineEnd, lineStart, type LineSpan } from './lines.ts';

/**
 * May a text be cut here, so that the tokens of its two parts are those of the whole? Behind a line break, when the white
 * space that follows holds no other one and, if there is none, no slash follows: o200k and cl100k take line breaks and
 * slashes together with the signs before them, and several line breaks as one piece. Held by a property test.
 */
function isGroupEnd(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return at === text.length;
  if (text.charCodeAt(at - 1) !== lineFeed) return false;
  let next = at;
  for (; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === lineFeed || code === carriageReturn) return false;
    if (!isBlank(code)) break;
  }
  return next > at || text.charCodeAt(at) !== slash;
}

/** Where the group that begins at `from`, itself the end of one, ends. */
export function nextGroupEnd(text: string, from: number): number {
  for (let at = text.indexOf('\n', from) + 1; at > 0; at = text.indexOf('\n', at) + 1)
    if (isGroupEnd(text, at)) return at;
  return text.length;
}

/** The last end of a group in the span up to `at`, or the span's end where that is no further; its start when there is none near. */
export function groupEndBefore(text: string, at: number, { start, end }: LineSpan): number {
  if (at >= end) return end;
  let found = lineStart(text, at + 1, start);
  for (let lines = 0; found > start && !isGroupEnd(text, found) && lines < mostLines; lines += 1)
    found = lineStart(text, found, start);
  return isGroupEnd(text, found) ? found : start;
}

/** The first end of a group in the span from `at` on, or the span's start where that is no further; its end when there is none near. */
export function groupEndAfter(text: string, at: number, { start, end }: LineSpan): number {
  if (at <= start) return start;
  let found = lineEnd(text, at - 1, end);
  for (let lines = 0; found < end && !isGroupEnd(text, found) && lines < mostLines; lines += 1)
    found = lineEnd(text, found, end);
  return found;
}

/** So far it is looked for: a text of empty lines alone has none. */
const mostLines = 20;

/** The parts of a text whose tokens add up to those of the whole, in order; mostly a line each. */
export function lineGroups(text: string): readonly string[] {
  const groups: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = nextGroupEnd(text, at);
    groups.push(text.slice(at, end));
    at = end;
  }
  return groups;
}

const lineFeed = 10;
const carriageReturn = 13;
const slash = 47;

const isBlank = (code: number): boolean =>
  code === 32 || code === 9 || code === 11 || code === 12 || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
