/** So many are looked at in one question. */
const mostNames = 20;

/** The names in a question: `#tax.ts`, `#src/tax.ts`, `#changes`. Not `a#b`, `C#`, `#12` or `##`, and no end of a sentence. */
export function hashNames(words: string): readonly string[] {
  const names: string[] = [];
  for (const match of words.matchAll(/#[\p{L}\p{N}_./@:-]{1,200}/gu)) {
    if (names.length >= mostNames) break;
    const before = words.charAt(match.index - 1);
    const name = withoutEnd(match[0].slice(1));
    if (/[\p{L}\p{N}_#&/]/u.test(before) || /^\d{0,20}$/.test(name)) continue;
    names.push(name);
  }
  return names;
}

/** Without the marks that end a sentence. */
function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && '.:-'.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end);
}
