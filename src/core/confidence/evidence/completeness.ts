import { asksForLess, answerCode, type Material } from './assessor.ts';
import type { Sign } from '../../model/answer.ts';

/** Is all of it there: not empty, not cut at the length limit, no block left open? */
export function completeness(material: Material): readonly Sign[] {
  return [...empty(material), ...cutAtLength(material), ...unclosedFence(material), ...promptCut(material)];
}

/** A letter, a digit, a symbol, or what is written as code: marks alone tell nobody anything. */
const saysSomething = /[\p{L}\p{N}\p{S}`]/u;

function empty(material: Material): readonly Sign[] {
  const { reply, text } = material;
  const code = answerCode(material);
  const saysNothing = !saysSomething.test(reply.prose) && reply.blocks.every(block => block.code.trim() === '');
  const isEmpty = code === undefined ? saysNothing : code.trim() === '' && !asksForLess(material.instruction);
  return isEmpty || text.trim() === '' ? [{ code: 'empty', weight: 'hard', facts: {} }] : [];
}

/** Prose that was cut can be read and continued ; code that was cut must not be used. */
function cutAtLength({ finish, expects }: Material): readonly Sign[] {
  if (finish !== 'length') return [];
  return [{ code: 'cut-at-length', weight: expects.form === 'code' ? 'hard' : 'soft', facts: {} }];
}

const promptCut = ({ isPromptCut = false }: Material): readonly Sign[] =>
  isPromptCut ? [{ code: 'prompt-cut', weight: 'soft', facts: {} }] : [];

function unclosedFence({ reply, expects }: Material): readonly Sign[] {
  if (reply.blocks.every(block => block.closed)) return [];
  return [{ code: 'unclosed-fence', weight: expects.form === 'code' ? 'hard' : 'soft', facts: {} }];
}
