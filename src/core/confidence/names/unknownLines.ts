import type { Material } from '../evidence/assessor.ts';
import type { Sign } from '../../model/answer.ts';

/** A line that is spoken of by its number, in the languages that VS Code speaks most. */
const spokenOf =
  /(?:(?<![\p{L}\p{N}_])(?:lines?|zeilen?|lignes?|l[ií]neas?|linhas?|rig(?:a|he)|строк\p{L}{0,3}|řád\p{L}{1,4}|satır\p{L}{0,4}|wiersz\p{L}{0,3})\s{0,2}[:#]?\s{0,2}|第)(\d{1,7})(?:\s{0,2}(?:[-–—~]|to|bis|and|und|à|al?|и|至|到)\s{0,2}(\d{1,7}))?/giu;

const mostShown = 3;

/**
 * An explanation speaks of lines that nothing has which was sent: the numbers of the highest line that any part of the prompt has or speaks
 * of are known. A fact, for a model may count otherwise. Facts: the first of them.
 */
export function unknownLines({ expects, reply, sent = [] }: Material): readonly Sign[] {
  if (expects.form !== 'prose' || expects.json !== undefined || expects.code.trim() === '' || sent.length === 0)
    return [];
  const spoken = numbersIn(reply.prose);
  if (spoken.length === 0) return [];
  const highest = Math.max(
    ...sent.map(lineCount),
    ...[...sent, expects.code].map(text => Math.max(0, ...numbersIn(text))),
  );
  const unknown = [...new Set(spoken.filter(number => number > highest))];
  if (unknown.length === 0) return [];
  return [{ code: 'unknown-lines', weight: 'fact', facts: { lines: unknown.slice(0, mostShown).join(', ') } }];
}

/** More of them are not looked at. */
const mostNumbers = 10_000;

function numbersIn(text: string): readonly number[] {
  const numbers: number[] = [];
  for (const [, from, to] of text.matchAll(spokenOf)) {
    numbers.push(...[from, to].filter(each => each !== undefined).map(Number));
    if (numbers.length > mostNumbers) break;
  }
  return numbers;
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
