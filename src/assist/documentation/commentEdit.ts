/** Put this text in place of the one between these offsets. */
export interface CommentEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The lines in which a declaration with its comment differs from the one without, as a change of the text in which it stands at
 * this offset: one piece, so that a comment keeps together, and nothing but whole lines.
 */
export function commentEdit(
  { original, replacement }: { readonly original: string; readonly replacement: string },
  start: number,
): CommentEdit {
  const [before, after] = [original.split('\n'), replacement.split('\n')];
  const most = Math.min(before.length, after.length);
  const isSame = (one: string | undefined, other: string | undefined) => trimmed(one) === trimmed(other);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const middle = after.slice(head, after.length - tail).map(trimmed);
  const offsetOf = (line: number) => start + before.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const isAtEnd = head === before.length;
  const from = isAtEnd ? start + original.length : offsetOf(head);
  const to = tail === 0 ? start + original.length : offsetOf(before.length - tail);
  const text = [...(isAtEnd ? [''] : []), ...middle, ...(tail > 0 ? [''] : [])].join('\n');
  return { from, to, text };
}

const trimmed = (line = ''): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
