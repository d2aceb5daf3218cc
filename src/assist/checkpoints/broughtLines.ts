/** Lines that did not stand there before, without blanks around them; what holds no word, a bracket alone, says nothing. */
export function broughtLines(before: string, after: string): readonly string[] {
  const old = new Set(before.split('\n').map(line => line.trim()));
  const lines = after.split('\n').map(line => line.trim());
  return lines.filter(line => !old.has(line) && /[\p{L}\p{N}]/u.test(line));
}
