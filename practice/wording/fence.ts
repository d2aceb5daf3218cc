/** Code as one Markdown block; its fence is longer than any in the code. */
export function fence(code: string, languageId: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${languageId === 'plaintext' ? '' : languageId}\n${code}\n${ticks}`;
}
