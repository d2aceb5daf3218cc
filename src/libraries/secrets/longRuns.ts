/** No secret that is known by its shape is shorter, characters. */
const shortest = 18;

const belongs = new Uint8Array(128);
for (const [character] of '.~+/=:%$@-_'.matchAll(/./g)) belongs[character.charCodeAt(0)] = 1;
for (let code = 0; code < 128; code += 1) if (/[A-Za-z0-9]/.test(String.fromCharCode(code))) belongs[code] = 1;

/**
 * The long unbroken runs of the characters of which keys and addresses are made, with blanks between: in code the smaller
 * part of a text, so that it is cheap to look for many beginnings in them. Most of the text is not even read.
 */
export function longRuns(text: string): string {
  const runs: string[] = [];
  const isIn = (at: number): boolean => belongs[text.charCodeAt(at)] === 1;
  let from = 0;
  while (from + shortest <= text.length) {
    let start = from + shortest;
    while (start > from && isIn(start - 1)) start -= 1;
    if (start === from) {
      let end = from + shortest;
      while (end < text.length && isIn(end)) end += 1;
      runs.push(text.slice(start, end));
      from = end + 1;
    } else from = start;
  }
  return runs.join(' ');
}
