/** Characters that are looked at without a pause. */
const window = 24_576;
/** No word that is sought is longer. */
const overlap = 40;

/** Where `word` (flag g) is found in a text; undefined after each stretch of it, so that who asks can pause. */
export function* soughtPlaces(text: string, word: RegExp): Generator<number | undefined> {
  for (let from = 0; from < text.length; from += window) {
    const part = text.length <= window ? text : text.slice(from, from + window + overlap);
    for (const { index } of part.matchAll(word)) if (index < window) yield from + index;
    yield undefined;
  }
}
