import type { Chance } from './chance.ts';

const lines = [
  'data: a',
  'data: a',
  'data:b',
  'data:  c',
  'data: {"x":"ä😀"}',
  'data:',
  'data',
  'data: id: 1',
  'event: x',
  'event:y',
  'event:',
  'event',
  'error: boom',
  'id: 1',
  'id: 2',
  'id: 2',
  'id:',
  'id',
  'id: \0',
  'retry: 5',
  'retry',
  ': comment',
  ':',
  'foo: bar',
  'just text',
  ' data: x',
  'Data: x',
  'datax: y',
  '\ufeffdata: z',
];
const ends = ['\n', '\n', '\n', '\r\n', '\r'];

/** An event stream of lines that are drawn at random; its end may be missing. */
export function randomEvents(chance: Chance): string {
  const mixed = chance.below(3) === 0;
  const own = chance.pick(ends);
  let text = chance.below(4) === 0 ? numbered(chance) : '';
  for (let count = 1 + chance.below(14); count > 0; count -= 1) {
    const end = mixed ? chance.pick(ends) : own;
    text += (chance.below(3) === 0 ? '' : chance.pick(lines)) + end;
  }
  return chance.below(4) === 0 ? text.slice(0, Math.max(1, text.length - 1 - chance.below(9))).toWellFormed() : text;
}

/** Events with an id each, some of them once more. */
function numbered(chance: Chance): string {
  let text = '';
  for (let id = 1; id <= 4; id += 1) text += `id: ${String(id)}\ndata: a\n\n`.repeat(1 + chance.below(2));
  return text;
}
