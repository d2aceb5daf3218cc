import type { Finding } from '../../core/secrets/secretScan.ts';

// "ab" + "cd", 'ab' . 'cd', "ab" "cd" in two lines, ["ab", "cd"].join("")
const joint =
  /["'`](?:[ \t]{0,20}(?:\\?\r?\n[ \t]{0,60})?([+.&,]|\.\.)[ \t]{0,20}(?:\\?\r?\n[ \t]{0,60}(?:(?:\/\/|#|\*|\+|-|>)[ \t]{0,60})?)?|[ \t]{0,20}\\?\r?\n[ \t]{0,60}(?:(?:\/\/|#|\*|\+|-|>)[ \t]{0,60})?|[ \t]{1,20})[rbuf]?["'`]/g;
const shortest = 20;
const longestPart = 400;

/** Secrets that are written in several literals which the code joins. `find` looks through the joined text. */
export function findSplit(text: string, find: (text: string) => readonly Finding[]): readonly Finding[] {
  const chains: Joint[][] = [];
  for (const match of text.matchAll(joint)) {
    const one = { start: match.index, end: match.index + match[0].length, operator: match[1] ?? '' };
    const last = chains.at(-1)?.at(-1);
    const inside = last === undefined ? '' : text.slice(last.end, Math.min(one.start, last.end + longestPart + 1));
    const goesOn = last?.operator === one.operator && inside.length <= longestPart && !/["'`\n]/.test(inside);
    if (goesOn) chains.at(-1)?.push(one);
    else chains.push([one]);
  }
  return chains.flatMap(chain => findInChain(text, chain, find));
}

interface Joint {
  readonly start: number;
  readonly end: number;
  readonly operator: string;
}

function findInChain(text: string, chain: readonly Joint[], find: (text: string) => readonly Finding[]): Finding[] {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return [];
  const head = text.slice(Math.max(0, first.start - longestPart), first.start);
  const from = first.start - (head.length - 1 - Math.max(...['"', "'", '`', '\n'].map(mark => head.lastIndexOf(mark))));
  const tail = /^[^"'`\n]*/.exec(text.slice(last.end, last.end + longestPart))?.[0].length ?? 0;
  if (
    first.operator === ',' &&
    !/^["'`]\s{0,40},?\s{0,40}\]\s{0,10}\.join\(/.test(text.slice(last.end + tail, last.end + tail + 100))
  )
    return [];
  const parts = [from, ...chain.map(({ end }) => end)].map((start, at) => ({
    start,
    end: chain[at]?.start ?? last.end + tail,
  }));
  const joined = parts.map(({ start, end }) => text.slice(start, end)).join('');
  return joined.length < shortest ? [] : find(joined).flatMap(finding => inParts(finding, parts));
}

/** A place in the joined text, in each of the parts that it touches. */
function inParts(
  { start, end, kind }: Finding,
  parts: readonly { readonly start: number; readonly end: number }[],
): Finding[] {
  let at = 0;
  return parts.flatMap(part => {
    const [from, to] = [at, at + part.end - part.start];
    at = to;
    const [begins, ends] = [Math.max(start, from), Math.min(end, to)];
    return begins < ends ? [{ start: part.start + begins - from, end: part.start + ends - from, kind }] : [];
  });
}
