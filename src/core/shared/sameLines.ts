/** How many characters the whole lines have that both texts begin with. */
export function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at === one.length && at === other.length ? at : one.slice(0, at).lastIndexOf('\n') + 1;
}

/** The same of those that both end with. */
export function sameEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length += 1;
  const rest = one.slice(one.length - length);
  const lineEnd = rest.indexOf('\n');
  return lineEnd < 0 ? 0 : rest.length - lineEnd - 1;
}
