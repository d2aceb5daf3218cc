/** How many of these, which ascend by `at`, stand before a moment; those of the moment itself do not. */
export function placeOf(sorted: readonly { readonly at: number }[], moment: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? Infinity) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
