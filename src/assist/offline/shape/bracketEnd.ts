const opening = '([{<';
const closing = ')]}>';

/**
 * Where the bracket that opens at this offset is closed, in code whose texts and comments are masked; -1: nowhere. Angle brackets
 * count where they hold types; an arrow is none.
 */
export function bracketEnd(code: string, from: number): number {
  const open: string[] = [];
  for (let at = from; at < code.length; at += 1) {
    const sign = code.charAt(at);
    if (sign === '>' && '=-'.includes(code.charAt(at - 1))) continue;
    if (opening.includes(sign)) open.push(closing.charAt(opening.indexOf(sign)));
    else if (closing.includes(sign)) {
      // a sign that compares is not closed by anything: it goes with what is around it
      while (sign !== '>' && open.at(-1) === '>') open.pop();
      if (open.at(-1) === sign) open.pop();
      if (open.length === 0) return at;
    }
  }
  return -1;
}

/** The pieces between the commas of a list, those within brackets left whole. */
export function piecesBetweenCommas(list: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const sign = list.charAt(at);
    if (opening.includes(sign)) {
      const end = bracketEnd(list, at);
      if (end > at) at = end;
    } else if (sign === ',') {
      pieces.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, list.slice(start)].map(piece => piece.trim()).filter(piece => piece !== '');
}
