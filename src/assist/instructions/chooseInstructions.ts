import type { Instruction, Instructions, UnusedFile } from './instruction.ts';

/** An instruction that was read, and the file that it really is. */
export interface ReadInstruction extends Instruction {
  /** All links followed; undefined: it is no file. */
  readonly real: string | undefined;
}

/** More files and characters are not sent with one question; the nearest are. */
export const mostInstructions = 20;
const mostCharacters = 64_000;

/**
 * What of the instructions goes along, in the order given: the nearest stands last. What stands there twice, under two names
 * or as two files alike, is told once, at its last place.
 */
export function chooseInstructions(read: readonly ReadInstruction[], unused: readonly UnusedFile[] = []): Instructions {
  const seen = new Set<string>();
  const used: Instruction[] = [];
  const over: UnusedFile[] = [];
  let left = mostCharacters;
  for (const { real, ...instruction } of read.toReversed()) {
    const { file, text } = instruction;
    const marks = [`text ${text.replaceAll('\r\n', '\n').trim()}`, ...(real === undefined ? [] : [`file ${real}`])];
    if (text.trim() === '' || marks.some(mark => seen.has(mark))) continue;
    for (const mark of marks) seen.add(mark);
    if (used.length === mostInstructions || text.length > left) over.push({ file, because: 'too-much' });
    else {
      left -= text.length;
      used.push(instruction);
    }
  }
  return { used: used.reverse(), unused: [...unused, ...over.reverse()] };
}
