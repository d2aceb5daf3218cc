import type { CodeToken } from '../reading/codeTokens.ts';
import type { Sign, SignCode } from '../../model/answer.ts';

/** A sign that has no weight of its own. */
type Change = Omit<Sign, 'weight'>;

/** Tokens that are gone, and those in their place. */
interface Hunk {
  readonly removed: readonly CodeToken[];
  readonly added: readonly CodeToken[];
}

const operator = /^(?:[<>]=?|[=!]==?|&&|\|\||\?\?|and|or|AND|OR|[-+*/%&|^]=?|\+\+|--|<<|>>>?|\*\*|\.\.[.=]?)$/;
/** Where the program goes on. */
const jumps = /^(?:break|continue|return|throw|raise|yield)$/;
const constant = /^(?:true|false|True|False|null|nil|None|undefined|nullptr|NULL)$/;

/**
 * What of a line has changed that is easily overlooked: an operator, a literal, a condition that was negated, what is no more
 * waited for, arguments in another order. Facts: `before` and `after`, where both are short.
 */
export function changedTokens(before: readonly CodeToken[], after: readonly CodeToken[]): readonly Change[] {
  const hunk = withoutEnds(before.map(apartFromNot), after.map(apartFromNot));
  if (isSwapped(hunk)) return [{ code: 'arguments-swapped', facts: {} }];
  const hunks = hunksOf(hunk);
  const found: readonly Change[] = isShorter(hunks)
    ? [{ code: 'condition-shorter', facts: {} }]
    : hunks.flatMap(changesOf);
  return [...new Map(found.map(sign => [JSON.stringify(sign), sign])).values()];
}

/** A `!` behind a value says in TypeScript, Kotlin and Swift that it is there, and in Rust that a macro is called: it turns nothing. */
function apartFromNot(token: CodeToken, at: number, all: readonly CodeToken[]): CodeToken {
  const previous = all[at - 1];
  if (token.text !== '!' || previous?.line !== token.line) return token;
  const isBehindValue =
    /^[)\]]$/.test(previous.text) || (previous.kind === 'word' && !takesCondition.test(previous.text));
  return isBehindValue ? { ...token, text: '! behind' } : token;
}

const takesCondition =
  /^(?:return|in|of|case|await|yield|typeof|void|and|or|not|else|when|unless|if|elif|while|until|assert|puts|print|echo|throw|do|then|is|as)$/;

const joins = /^(?:&&|\|\||and|or|where|having)$/i;

/** Nothing has changed but that a condition is gone, with what took it in. */
const isShorter = ([only, another]: readonly Hunk[]): boolean =>
  only !== undefined &&
  another === undefined &&
  only.added.length === 0 &&
  only.removed.length > 1 &&
  only.removed.some(takesInCondition);

/** Does a token take in a further condition? */
export const takesInCondition = ({ text }: CodeToken): boolean => joins.test(text);

/** Longer ones are another code. */
const longestExchanged = 8;

function changesOf({ removed, added }: Hunk): readonly Change[] {
  if (removed.length === added.length && removed.length <= longestExchanged) {
    const pairs = removed.flatMap((token, at) => {
      const other = added[at];
      const isAlike = other?.kind === token.kind || removed.length === 1;
      return other && isAlike ? [[token, other] as const] : [];
    });
    return pairs.length === removed.length ? pairs.flatMap(([one, other]) => exchanged(one, other) ?? []) : [];
  }
  if (removed.length > 0 && added.length > 0) return [];
  const tokens = [...removed, ...added].map(({ text }) => text);
  if (tokens.some(text => text === '!' || /^not$/i.test(text)) && tokens.every(text => /^(?:!|not|[()])$/i.test(text)))
    return [{ code: 'condition-negated', facts: {} }];
  const isAwait = removed.length > 0 && tokens.every(text => text === 'await' || text === '.');
  return isAwait && tokens.includes('await') ? [{ code: 'await-gone', facts: {} }] : [];
}

function exchanged(one: CodeToken, other: CodeToken): Change | undefined {
  const isOne = (is: (token: CodeToken) => boolean): boolean => is(one) && is(other);
  const isExchanged = isOne(({ text }) => jumps.test(text)) || (isOne(isOperator) && isOfKind(one.text, other.text));
  const kind: SignCode | undefined = isExchanged
    ? 'operator-changed'
    : isOne(isLiteral)
      ? 'literal-changed'
      : undefined;
  return kind && { code: kind, facts: both(one.text, other.text) };
}

const kindsOfOperators = [
  /^(?:[<>]=?|[=!]==?)$/,
  /^(?:[-+*/%]=?|\+\+|--|\*\*)$/,
  /^(?:[&|^]=?|&&|\|\||\?\?|and|or)$/i,
  /^(?:<<|>>>?)$/,
  /^\.\.[.=]?$/,
];

/** Do both compare, count or join, or begin alike? `Foo*` that became `Ptr<Foo>` has exchanged no operators. */
const isOfKind = (one: string, other: string): boolean =>
  one.startsWith(other.charAt(0)) || kindsOfOperators.some(kind => kind.test(one) && kind.test(other));

const isOperator = ({ text }: CodeToken): boolean => operator.test(text);
const isLiteral = ({ kind, text }: CodeToken): boolean => kind === 'number' || kind === 'text' || constant.test(text);

/** Longer ones are found by their line. */
const longestShown = 24;

const both = (before: string, after: string): Sign['facts'] =>
  before.length <= longestShown && after.length <= longestShown ? { before, after } : {};

/** Two things on either side of a comma have changed places. */
function isSwapped({ removed, added }: Hunk): boolean {
  if (areSidesSwapped(removed, added)) return true;
  const texts = (tokens: readonly CodeToken[]): readonly string[] => tokens.map(({ text }) => text);
  const [own, written] = [texts(removed), texts(added)];
  if (own.length !== written.length || own.length < 3 || own.length > 24) return false;
  const commas = own.flatMap((text, at) => (text === ',' ? [at] : []));
  return commas.some(at => {
    const turned = [...own.slice(at + 1), ',', ...own.slice(0, at)];
    return turned.every((text, place) => text === written[place]);
  });
}

/** So have the sides of an operator for which their order counts: `a.price - b.price`. */
function areSidesSwapped(removed: readonly CodeToken[], added: readonly CodeToken[]): boolean {
  const [one, other] = [removed.map(({ text }) => text), added.map(({ text }) => text)];
  const [first, last] = [one[0], one.at(-1)];
  if (one.length !== other.length || one.length < 3 || first === last) return false;
  const isTurned = other[0] === last && other.at(-1) === first;
  const middle = one.slice(1, -1);
  return isTurned && middle.every((text, at) => text === other[at + 1]) && middle.some(text => ordered.test(text));
}

const ordered = /^(?:[-/%<>]|[<>]=|<<|>>|\*\*)$/;

function withoutEnds(before: readonly CodeToken[], after: readonly CodeToken[]): Hunk {
  let from = 0;
  while (from < before.length && from < after.length && before[from]?.text === after[from]?.text) from += 1;
  let [end, stop] = [before.length, after.length];
  while (end > from && stop > from && before[end - 1]?.text === after[stop - 1]?.text)
    [end, stop] = [end - 1, stop - 1];
  return { removed: before.slice(from, end), added: after.slice(from, stop) };
}

/** Of more tokens on a line the hunks are not told apart. */
const mostCompared = 10_000;

/** The hunks between the tokens that both have, as many as keep their order. */
function hunksOf(hunk: Hunk): readonly Hunk[] {
  const { removed, added } = hunk;
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > mostCompared) return [hunk];
  const lengths = commonLengths(removed, added);
  const hunks: { removed: CodeToken[]; added: CodeToken[] }[] = [{ removed: [], added: [] }];
  let [one, other] = [0, 0];
  while (one < removed.length || other < added.length) {
    const [own, written] = [removed[one], added[other]];
    if (own !== undefined && own.text === written?.text) {
      hunks.push({ removed: [], added: [] });
      [one, other] = [one + 1, other + 1];
    } else if (own && (!written || (lengths[one + 1]?.[other] ?? 0) >= (lengths[one]?.[other + 1] ?? 0))) {
      hunks.at(-1)?.removed.push(own);
      one += 1;
    } else if (written) {
      hunks.at(-1)?.added.push(written);
      other += 1;
    }
  }
  return hunks.filter(each => each.removed.length + each.added.length > 0);
}

/** By where one begins in either: how many tokens the rests have in common, in order. */
function commonLengths(one: readonly CodeToken[], other: readonly CodeToken[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let at = one.length - 1; at >= 0; at -= 1) {
    const [row, below] = [lengths[at], lengths[at + 1]];
    if (!row || !below) continue;
    for (let place = other.length - 1; place >= 0; place -= 1) {
      const isSame = one[at]?.text === other[place]?.text;
      row[place] = isSame ? (below[place + 1] ?? 0) + 1 : Math.max(below[place] ?? 0, row[place + 1] ?? 0);
    }
  }
  return lengths;
}
