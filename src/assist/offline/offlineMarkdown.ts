import { fenceAround } from '../../core/confidence/reading/blocks.ts';

/** Nobody reads more of a list. */
const mostListed = 12;

/** Paragraphs, one below the other; what is empty is left out. */
export const paragraphs = (parts: readonly string[]): string => parts.filter(text => text !== '').join('\n\n');

/** A title and what stands below it; '' when nothing does. */
export const titled = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `**${title}**\n\n${lines.join('\n')}`;

/** The first of them as a list; `more` says how many are left out. */
export function bulletList<T>(all: readonly T[], line: (one: T) => string, more: (count: number) => string): string[] {
  const lines = all.slice(0, mostListed).map(one => `- ${line(one)}`);
  return all.length > mostListed ? [...lines, `- ${more(all.length - mostListed)}`] : lines;
}

/** What files and services say is data: a fence longer than any inside keeps it so. */
export function fencedCode(language: string, text: string): string {
  const fence = fenceAround(text);
  return `${fence}${/^[\w+#-]{1,30}$/.test(language) ? language : ''}\n${text.trimEnd().replace(/^\n+/, '')}\n${fence}`;
}

/** The same within a line. */
export function codeWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  const fence = '`'.repeat(longestRun(line) + 1);
  return `${fence} ${line} ${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
