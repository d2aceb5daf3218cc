import { wholeCharacter } from '../../core/prompt/lines.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';

/** The beginning of a text, of at most so many characters, that ends before a secret or a character rather than within it. */
export function cutBefore(text: string, longest: number, findings: readonly Finding[]): string {
  if (text.length <= longest) return text;
  let end = longest;
  for (const { start, end: over } of findings.toSorted((a, b) => b.start - a.start)) {
    if (start < end && over > end) end = start;
  }
  return text.slice(0, wholeCharacter(text, end));
}
