import type { Tree } from '@lezer/common';
import type { Steps } from '../core/shared/steps.ts';

/** Others may run after so many nodes. */
const atATime = 500;

/** The first line, 1-based, that a text is left open on; undefined: none. Lezer's grammar ends such a text with its line. */
export function* openString(code: string, tree: Tree): Steps<number | undefined> {
  const cursor = tree.cursor();
  let count = 0;
  do {
    if (++count % atATime === 0) yield;
    const isString = cursor.name === 'String' || cursor.name === 'FormatString';
    if (isString && isOpen(code, cursor)) return code.slice(0, cursor.from).split('\n').length;
  } while (cursor.next());
  return undefined;
}

/** Does it not end as it begins? */
function isOpen(code: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const [, prefix = '', quote = ''] = /^([a-z]{0,3})("""|'''|"|')/i.exec(code.slice(from, from + 6)) ?? [];
  const [first, last] = [from + prefix.length + quote.length, to - quote.length];
  if (last < first || !code.startsWith(quote, last)) return true;
  let at = last;
  while (at > first && code.charAt(at - 1) === '\\') at -= 1;
  return (last - at) % 2 === 1;
}
