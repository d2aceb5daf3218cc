/** How many lines end in a text: by its characters, because a text of nothing but line ends takes ten times as long by finding each. */
export function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === 10) count += 1;
  return count;
}
