import type { Expression } from './expressionTree.ts';

type Then = (at: number) => boolean;

/** More steps are not counted: it is hopeless. */
const mostSteps = 200_000;

class TooMany extends Error {}

/** How an expression is looked for in a text. */
export interface Looking {
  readonly tree: Expression;
  /** Of the expression: with 'y' only the beginning is tried, with 'm' edges are those of lines. */
  readonly flags: string;
  readonly text: string;
}

/**
 * How many steps a matcher that goes back takes to find an expression, or to find that it is not there, trying every
 * place: each character looked at is one. V8's matcher goes the same way, so what grows faster than the text here does so
 * there. Infinity: too many to count.
 */
export function matchSteps({ tree, flags, text }: Looking): number {
  const matcher = new Matcher(/[uv]/.test(flags) ? Array.from(text) : text.split(''), flags);
  try {
    const last = flags.includes('y') ? 0 : matcher.length;
    for (let at = 0; at <= last; at += 1) if (matcher.match(tree, at)) break;
    return matcher.steps;
  } catch (error) {
    if (error instanceof TooMany || error instanceof RangeError) return Infinity;
    throw error;
  }
}

class Matcher {
  steps = 0;
  readonly #text: readonly string[];
  readonly #isByLine: boolean;
  readonly #groups = new Map<string, readonly [number, number]>();

  constructor(text: readonly string[], flags: string) {
    this.#text = text;
    this.#isByLine = flags.includes('m');
  }

  get length(): number {
    return this.#text.length;
  }

  match(tree: Expression, at: number): boolean {
    return this.#go(tree, 1)(at, () => true);
  }

  /** The matcher of an expression, to the right or (in what looks behind) to the left. */
  #go(tree: Expression, way: 1 | -1): (at: number, then: Then) => boolean {
    return (at, then) => {
      this.#step();
      switch (tree.is) {
        case 'one':
          return this.#isOne(tree, at, way) && then(at + way);
        case 'all':
          return this.#all(way === 1 ? tree.of : tree.of.toReversed(), way)(at, then);
        case 'any':
          return tree.of.some(each => this.#go(each, way)(at, then));
        case 'group':
          return this.#group(tree, at, { way, then });
        case 'repeat':
          return tree.of.is === 'one' ? this.#run(tree, at, { way, then }) : this.#repeat(tree, at, { way, then });
        case 'look':
          return this.#go(tree.of, tree.isBehind ? -1 : 1)(at, () => true) !== tree.isNegative && then(at);
        case 'same':
          return this.#same(tree.name, at, { way, then });
        case 'edge':
          return this.#isEdge(tree.edge, at) && then(at);
      }
    };
  }

  #step(): void {
    this.steps += 1;
    if (this.steps > mostSteps) throw new TooMany();
  }

  #isOne(tree: Extract<Expression, { is: 'one' }>, at: number, way: 1 | -1): boolean {
    const character = this.#text[way === 1 ? at : at - 1];
    return character !== undefined && tree.matches(character);
  }

  #all(trees: readonly Expression[], way: 1 | -1, index = 0): (at: number, then: Then) => boolean {
    const tree = trees[index];
    if (!tree) return (at, then) => then(at);
    return (at, then) => this.#go(tree, way)(at, next => this.#all(trees, way, index + 1)(next, then));
  }

  #group(tree: Extract<Expression, { is: 'group' }>, at: number, { way, then }: Onward): boolean {
    return this.#go(tree.of, way)(at, end => {
      const before = this.#groups.get(tree.name);
      this.#groups.set(tree.name, way === 1 ? [at, end] : [end, at]);
      if (then(end)) return true;
      if (before) this.#groups.set(tree.name, before);
      else this.#groups.delete(tree.name);
      return false;
    });
  }

  /** The usual case without a call for each character. */
  #run(tree: Extract<Expression, { is: 'repeat' }>, at: number, { way, then }: Onward): boolean {
    const { of, least, most, isLazy } = tree;
    if (of.is !== 'one') return false;
    let count = 0;
    const goesOn = (): boolean => {
      this.#step();
      return count < most && this.#isOne(of, at + way * count, way);
    };
    if (isLazy) {
      while (count < least && goesOn()) count += 1;
      if (count < least) return false;
      for (; ; count += 1) {
        if (then(at + way * count)) return true;
        if (!goesOn()) return false;
      }
    }
    while (goesOn()) count += 1;
    for (; count >= least; count -= 1) {
      this.#step();
      if (then(at + way * count)) return true;
    }
    return false;
  }

  #repeat(tree: Extract<Expression, { is: 'repeat' }>, at: number, onward: Onward): boolean {
    const { of, least, most, isLazy } = tree;
    const { count = 0 } = onward;
    const more = (): boolean =>
      count < most &&
      this.#go(of, onward.way)(at, next => {
        if (next === at && count >= least) return false; // an empty turn is not repeated
        return this.#repeat(tree, next, { ...onward, count: count + 1 });
      });
    if (count < least) return more();
    return isLazy ? onward.then(at) || more() : more() || onward.then(at);
  }

  #same(name: string, at: number, { way, then }: Onward): boolean {
    const [from, to] = this.#groups.get(name) ?? [0, 0];
    const text = this.#text.slice(from, to);
    const start = way === 1 ? at : at - text.length;
    this.steps += text.length;
    return text.every((character, index) => this.#text[start + index] === character) && then(at + way * text.length);
  }

  #isEdge(edge: string, at: number): boolean {
    const [before, after] = [this.#text[at - 1], this.#text[at]];
    const isBreak = (character: string | undefined): boolean => this.#isByLine && character === '\n';
    if (edge === '^') return at === 0 || isBreak(before);
    if (edge === '$') return at === this.#text.length || isBreak(after);
    const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);
    return (isWord(before) !== isWord(after)) === (edge === '\\b');
  }
}

interface Onward {
  readonly way: 1 | -1;
  readonly then: Then;
  /** How often a repetition has matched. */
  readonly count?: number;
}
