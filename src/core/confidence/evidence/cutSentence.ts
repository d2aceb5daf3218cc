import type { Material } from './assessor.ts';
import type { Sign } from '../../model/answer.ts';

/** Shorter texts are notes, and end as they like. */
const leastCharacters = 50;
const ends = /[.!?:;…。！？：；、)\]}"'”’»*_|>~-]$/u;
/** Words after which something follows, in the languages that VS Code speaks most. */
const leading = new RegExp(
  `(?:^|[\\s(])(?:${[
    'the|an?|of|to|and|or|with|which|that|from|in|for|by|is|are|its?|if|when|as|on|at|this|then|into|than|because',
    'der|die|das|ein|eine|einen|und|oder|mit|von|zu|wenn|dass|weil|ist|sind|für|auf|im|als',
    'le|la|les|une?|des?|du|et|ou|avec|qui|que|pour|dans|est|sont|si',
    'el|los|las|una?|del?|y|con|que|para|por|en|es|son|il|lo|gli|di|e|che|um|uma|os|as|não',
  ].join('|')}),?$`,
  'iu',
);

/**
 * Words that break off amid a sentence though the model says that it was done: behind a word that leads on, in an open quotation
 * of code, or with no sign of an end where every paragraph before has one.
 */
export function cutSentence({ reply, expects, finish }: Material): readonly Sign[] {
  if (expects.form !== 'prose' || expects.json !== undefined || finish !== 'stop') return [];
  const prose = reply.prose.trimEnd();
  const lines = prose.split('\n').map(line => line.trim());
  const last = lines.at(-1) ?? '';
  if (prose.length < leastCharacters || reply.blocks.some(({ closed }) => !closed)) return [];
  if (/^(?:#|\||[-*+] \S+$)/.test(last) || endsInBlock(reply)) return [];
  const isCut = leading.test(last) || isOpen(last) || (!ends.test(last) && endsElsewhere(lines.slice(0, -1), last));
  return isCut ? [{ code: 'cut-sentence', weight: 'soft', facts: {} }] : [];
}

const endsInBlock = ({ blocks, prose }: Material['reply']): boolean => blocks.length > 0 && prose.trim().endsWith(':');

const isOpen = (line: string): boolean =>
  (line.match(/`/g) ?? []).length % 2 === 1 || count(line, '(') > count(line, ')');
const count = (line: string, sign: string): number => line.split(sign).length - 1;

/** All lines before that are of its kind, and sentences, end as such; with nobody to compare it to, a long one should, too. */
function endsElsewhere(before: readonly string[], last: string): boolean {
  const isItem = (line: string): boolean => /^(?:[-*+]|\d{1,3}[.)]) /.test(line);
  const alike = before.filter(line => line !== '' && isItem(line) === isItem(last) && !/^[#|]/.test(line));
  if (alike.length === 0) return !isItem(last) && last.split(/[.!?] /).length > 1;
  return alike.every(line => ends.test(line));
}
