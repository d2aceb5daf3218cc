/** So many are tried at once: each waits for VS Code most of its time. */
const atOnce = 12;

/** Tries all of a table, and gives those for which it did not come out right. */
export async function wrongAmong<T>(
  table: readonly T[],
  isRight: (each: T, at: number) => Promise<boolean>,
): Promise<readonly T[]> {
  const wrong: T[] = [];
  for (let from = 0; from < table.length; from += atOnce) {
    const tried = table.slice(from, from + atOnce);
    const results = await Promise.all(tried.map((each, more) => isRight(each, from + more)));
    wrong.push(...tried.filter((_, at) => results[at] !== true));
  }
  return wrong;
}
