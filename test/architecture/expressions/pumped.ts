import type { Expression } from './expressionTree.ts';

/** A text that may be hard for an expression: `pump` again and again between a beginning and an end. */
export interface Pumped {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** Characters that the sets of expressions are tried with, the likeliest first. */
const usual = Array.from(
  [
    'a0 \n\t"\'`/\\*-_.,:;=()[]{}<>#@!?+|&%$^~xsXAZ9\r\f',
    '…éß中日🙂\u00a0\u2028\u200b\u0001\u0000',
    'bcdefghijklmnopqrtuvwyzBCDEFGHIJKLMNOPQRSTUVWXY12345678',
  ].join(''),
);
let characters: readonly string[] = usual;
const mostPumps = 8;
const ends = ['', '\u0001', '\n\u0001'];

/**
 * Texts that repeat what an expression repeats without a limit (or many times), and then fail it. `source`: how it is
 * written; its own characters are the likeliest to be mistaken for one another.
 */
export function pumpedTexts(tree: Expression, source: string): readonly Pumped[] {
  const own = [...new Set(source.replace(/[\w\s]/g, ''))];
  characters = [...own, ...usual.filter(character => !own.includes(character))];
  const found = pumpsIn(tree, '').flatMap(({ before, pump }) => ends.map(after => ({ before, pump, after })));
  return [...new Map(found.map(each => [JSON.stringify(each), each])).values()];
}

const manyTimes = 15;

/** Every repetition of an expression with what comes before it. */
function pumpsIn(tree: Expression, before: string): readonly Omit<Pumped, 'after'>[] {
  switch (tree.is) {
    case 'one':
    case 'same':
    case 'edge':
      return [];
    case 'any':
      return tree.of.flatMap(each => pumpsIn(each, before));
    case 'group':
    case 'look':
      return pumpsIn(tree.of, before);
    case 'all': {
      const found: Omit<Pumped, 'after'>[] = [];
      let text = before;
      for (const each of tree.of) {
        found.push(...pumpsIn(each, text));
        text += shortest(each);
      }
      return found;
    }
    case 'repeat': {
      const inner = pumpsIn(tree.of, before);
      if (tree.most < manyTimes) return inner;
      const pumps = [...new Set([shortest(tree.of), ...firsts(tree.of)])].filter(pump => pump !== '');
      // also before any beginning: then each repetition of it is a beginning of its own
      const places = [...new Set([before, ''])];
      const plain = places.flatMap(place => pumps.slice(0, mostPumps).map(pump => ({ before: place, pump })));
      // and with its beginning each time: each of them begins anew what then fails
      const begun = before === '' ? [] : pumps.slice(0, mostPumps).map(pump => ({ before: '', pump: before + pump }));
      return [...inner, ...plain, ...begun];
    }
  }
}

/** A short text that an expression matches, as far as that is easy to say. */
export function shortest(tree: Expression): string {
  switch (tree.is) {
    case 'one':
      return characters.find(tree.matches) ?? '';
    case 'all':
      return tree.of.map(shortest).join('');
    case 'any':
      return tree.of.map(shortest).reduce((short, each) => (each.length < short.length && each !== '' ? each : short));
    case 'group':
      return shortest(tree.of);
    case 'repeat':
      return shortest(tree.of).repeat(tree.least);
    case 'look':
    case 'same':
    case 'edge':
      return '';
  }
}

/** Texts that an expression matches, one for each of its characters and alternatives. */
function firsts(tree: Expression): readonly string[] {
  switch (tree.is) {
    case 'one':
      return characters.filter(tree.matches).slice(0, mostPumps);
    case 'any':
      return tree.of.flatMap(each => [shortest(each), ...firsts(each).slice(0, 2)]);
    case 'all':
      return tree.of.flatMap(each => firsts(each).slice(0, 2));
    case 'group':
    case 'repeat':
      return firsts(tree.of);
    case 'look':
    case 'same':
    case 'edge':
      return [];
  }
}
