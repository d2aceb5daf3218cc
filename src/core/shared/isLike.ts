/** How what a pattern wants is compared with what is there. */
export interface WildcardComparison<Wanted, Found> {
  /** Does it stand for any number of them? */
  readonly isAny: (wanted: Wanted) => boolean;
  readonly isSame: (wanted: Wanted, found: Found) => boolean;
  /** Comparisons that are left, for this question as a whole. */
  readonly steps: { left: number };
}

/**
 * Are these all of the wanted, in their order? Goes back to the last wildcard only: what was found before it stays. No, when no
 * comparison is left.
 */
export function isLike<Wanted, Found>(
  wanted: readonly Wanted[],
  found: readonly Found[],
  { isAny, isSame, steps }: WildcardComparison<Wanted, Found>,
): boolean {
  let [at, place] = [0, 0];
  let back: { readonly at: number; place: number } | undefined;
  while (place < found.length) {
    if ((steps.left -= 1) < 0) return false;
    const next = wanted[at];
    const here = found[place];
    if (next !== undefined && isAny(next)) back = { at: (at += 1), place };
    else if (next !== undefined && here !== undefined && isSame(next, here)) {
      at += 1;
      place += 1;
    } else if (back) {
      back.place += 1;
      [at, place] = [back.at, back.place];
    } else return false;
  }
  return wanted.slice(at).every(isAny);
}
