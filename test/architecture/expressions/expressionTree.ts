/** A regular expression, taken apart. */
export type Expression =
  /** One character of a set; `source` is what the set is written as. */
  | { readonly is: 'one'; readonly source: string; readonly matches: (character: string) => boolean }
  | { readonly is: 'all'; readonly of: readonly Expression[] }
  | { readonly is: 'any'; readonly of: readonly Expression[] }
  | { readonly is: 'group'; readonly of: Expression; readonly name: string }
  | {
      readonly is: 'repeat';
      readonly of: Expression;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    }
  | { readonly is: 'look'; readonly of: Expression; readonly isBehind: boolean; readonly isNegative: boolean }
  | { readonly is: 'same'; readonly name: string }
  | { readonly is: 'edge'; readonly edge: string };

/** Takes a regular expression apart. Throws where it uses what nothing here knows. */
export function treeOf(expression: RegExp): Expression {
  const reader = new Reader(expression);
  return reader.whole();
}

const sets =
  /\\p\{[^}]*\}|\\P\{[^}]*\}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\[^]|[^]/uy;
const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/y;
const opening = /\((?:\?(?:(<=|<!|=|!|:)|<([A-Za-z]\w*)>))?/y;

class Reader {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;
  #groups = 0;

  constructor({ source, flags }: RegExp) {
    this.#source = source;
    this.#flags = flags.replace(/[gmyd]/g, '');
  }

  whole(): Expression {
    const found = this.#alternatives();
    if (this.#at < this.#source.length) throw new Error(`not read: ${this.#source.slice(this.#at)}`);
    return found;
  }

  #alternatives(): Expression {
    const of = [this.#sequence()];
    while (this.#eat('|')) of.push(this.#sequence());
    return { is: 'any', of };
  }

  #sequence(): Expression {
    const of: Expression[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#next)) of.push(this.#repeated(this.#atom()));
    return { is: 'all', of };
  }

  #repeated(of: Expression): Expression {
    const found = this.#take(quantifier);
    if (!found) return of;
    const [, mark, from, comma, to, lazy] = found;
    const least = mark === '+' ? 1 : Number(from ?? 0);
    const most = mark === '?' ? 1 : mark ? Infinity : comma === '' ? least : to === '' ? Infinity : Number(to);
    return { is: 'repeat', of, least, most, isLazy: lazy === '?' };
  }

  #atom(): Expression {
    if (this.#next === '(') return this.#group();
    if (this.#eat('^')) return { is: 'edge', edge: '^' };
    if (this.#eat('$')) return { is: 'edge', edge: '$' };
    if (this.#next === '[') return this.#one(this.#set());
    const [text = ''] = this.#take(sets) ?? [];
    if (text === '\\b' || text === '\\B') return { is: 'edge', edge: text };
    if (/^\\[1-9]$/.test(text)) return { is: 'same', name: text.slice(1) };
    if (text === '\\k') return { is: 'same', name: this.#take(/<(\w+)>/y)?.[1] ?? '' };
    return this.#one(text);
  }

  #group(): Expression {
    const [, mark, named] = this.#take(opening) ?? [];
    const name = mark === undefined ? (named ?? String(++this.#groups)) : '';
    const of = this.#alternatives();
    if (!this.#eat(')')) throw new Error('a group is open');
    if (mark === undefined || mark === ':') return { is: 'group', of, name };
    return { is: 'look', of, isBehind: mark.startsWith('<'), isNegative: mark.endsWith('!') };
  }

  /** A set in brackets, as it is written; with the flag v sets may stand in it. */
  #set(): string {
    const from = this.#at;
    let depth = 0;
    do {
      const [text = ''] = this.#take(sets) ?? [];
      if (text === '[' && (depth === 0 || this.#flags.includes('v'))) depth += 1;
      else if (text === ']') depth -= 1;
      else if (text === '') throw new Error('a set is open');
    } while (depth > 0);
    return this.#source.slice(from, this.#at);
  }

  #one(source: string): Expression {
    const pattern = new RegExp(`^(?:${source})$`, this.#flags);
    const known = new Map<string, boolean>();
    const matches = (character: string): boolean => {
      const isKnown = known.get(character);
      if (isKnown !== undefined) return isKnown;
      const isIn = pattern.test(character);
      known.set(character, isIn);
      return isIn;
    };
    return { is: 'one', source, matches };
  }

  get #next(): string {
    return this.#source.charAt(this.#at);
  }

  #eat(text: string): boolean {
    const isNext = this.#source.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found ?? undefined;
  }
}
