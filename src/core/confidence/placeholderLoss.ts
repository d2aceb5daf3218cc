import type { Sign } from '../model/answer.ts';
import type { Material } from './assessor.ts';

/** Code that lost a secret's placeholder, or has it misspelt, must not replace the code that had it. */
export function placeholderLoss({ expects, reply, text }: Material): readonly Sign[] {
  const { placeholders, code, form } = expects;
  if (!placeholders || form !== 'code') return [];
  const { names, mark } = placeholders;
  const answered = answeredCode({ reply, text });
  const missing = names.filter(name => occurrences(answered, name) < occurrences(code, name)).length;
  const right = names.reduce((sum, name) => sum + occurrences(answered, name), 0);
  const lost = missing + Math.max(0, occurrences(answered.toLowerCase(), mark) - right);
  return lost === 0 ? [] : [{ code: 'placeholder-lost', weight: 'hard', facts: { placeholders: lost } }];
}

/** All code of an answer; an answer without blocks is code as it stands. */
export const answeredCode = ({ reply, text }: Pick<Material, 'reply' | 'text'>): string =>
  reply.blocks.length > 0 ? reply.blocks.map(block => block.code).join('\n') : text;

const occurrences = (text: string, wanted: string): number => text.split(wanted).length - 1;
