/** No secret that is known by its shape is shorter, characters. */
const shortest = 18;

const belongs = new Uint8Array(128);
for (const [character] of '.~+/=:%$@-_!'.matchAll(/./g)) belongs[character.charCodeAt(0)] = 1;
for (let code = 0; code < 128; code += 1) if (/[A-Za-z0-9]/.test(String.fromCharCode(code))) belongs[code] = 1;

/** The long unbroken runs of the characters of which keys and addresses are made: in code the smaller part of a text. */
export interface LongRuns {
  /** Each with the character before it, which may be an escape, and a blank behind it. */
  readonly text: string;
  /** Where a place in them stands in the whole text. */
  placeOf(at: number): number;
}

/** It is cheap to look for many beginnings in them. Most of the text is not even read. */
export function longRuns(text: string): LongRuns {
  const runs: string[] = [];
  const starts: { readonly at: number; readonly place: number }[] = [];
  const isIn = (at: number): boolean => belongs[text.charCodeAt(at)] === 1;
  let [from, length] = [0, 0];
  while (from + shortest <= text.length) {
    let start = from + shortest;
    while (start > from && isIn(start - 1)) start -= 1;
    if (start === from) {
      let end = from + shortest;
      while (end < text.length && isIn(end)) end += 1;
      const place = Math.max(0, start - 1);
      runs.push(text.slice(place, end));
      starts.push({ at: length, place });
      length += end - place + 1;
      from = end + 1;
    } else from = start;
  }
  return { text: runs.join(' '), placeOf: at => placeIn(starts, at) };
}

function placeIn(starts: readonly { readonly at: number; readonly place: number }[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const { at: begins = 0, place = 0 } = starts[low] ?? {};
  return place + at - begins;
}
