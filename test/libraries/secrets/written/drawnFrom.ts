import fc from 'fast-check';

/**
 * Texts of this form, every character of a class as likely as any other: fast-check's own `stringMatching` takes a range no
 * more often than a single character, so that half of a base64 text would be signs. Knows literals, classes, `{n}`, `{n,m}`
 * and groups of alternatives.
 */
export const drawnFrom = (pattern: RegExp): fc.Arbitrary<string> => read(pattern.source.replace(/^\^|\$$/g, ''));

const piece = /\[(?<set>[^\]]+)\]|\(\?:(?<group>(?:[^()\\]|\\.)+)\)|\\(?<escaped>.)|(?<literal>[^{])/;
const item = new RegExp(`(?:${piece.source})(?:\\{(?<least>\\d+)(?:,(?<most>\\d+))?\\})?`, 'gy');

function read(source: string): fc.Arbitrary<string> {
  const items = [...source.matchAll(item)];
  if (items.map(([whole]) => whole).join('') !== source) throw new Error(`cannot draw from ${source}`);
  return joined(items.map(({ groups }) => repeated(one(groups ?? {}), groups ?? {})));
}

type Groups = Readonly<Record<string, string | undefined>>;

function one({ set, group, escaped, literal }: Groups): fc.Arbitrary<string> {
  if (set !== undefined) return fc.constantFrom(...charactersOf(set));
  if (group !== undefined) return fc.oneof(...group.split('|').map(read));
  return fc.constant(escaped ?? literal ?? '');
}

function repeated(arbitrary: fc.Arbitrary<string>, { least = '1', most = least }: Groups): fc.Arbitrary<string> {
  if (most === '1') return arbitrary;
  const length = { minLength: Number(least), maxLength: Number(most) };
  return fc.array(arbitrary, length).map(pieces => pieces.join(''));
}

const joined = (parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map(pieces => pieces.join(''));

/** `a-f0-9_` as its characters; a dash at the end is one of them. */
function charactersOf(set: string): string[] {
  return [...set.matchAll(/(?<from>.)-(?<to>.)|(?<single>.)/g)].flatMap(({ groups = {} }) => {
    const { from, to, single } = groups as Groups;
    if (from === undefined || to === undefined) return single ?? '';
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  });
}
