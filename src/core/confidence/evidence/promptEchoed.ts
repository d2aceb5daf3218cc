import type { Material } from './assessor.ts';
import { filledLines } from './filledLines.ts';
import type { Sign } from '../../model/answer.ts';

/** Shorter lines may be said by anybody. */
const leastCharacters = 40;

/**
 * The answer holds a line of what the model was told to do: it has repeated its instructions in place of following them. Lines
 * of the code and the user's own words may be quoted.
 */
export function promptEchoed({ told = [], reply, expects, instruction }: Material): readonly Sign[] {
  const lines = filledLines(reply.prose).filter(({ text }) => text.length >= leastCharacters);
  if (lines.length === 0 || told.length === 0) return [];
  const own = new Set(told.flatMap(text => filledLines(text).map(line => line.text)));
  const isEcho = lines.some(({ text }) => own.has(text) && !expects.code.includes(text) && !instruction.includes(text));
  return isEcho ? [{ code: 'prompt-echoed', weight: 'soft', facts: {} }] : [];
}
