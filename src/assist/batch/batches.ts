/** How much goes out in one request. */
export interface BatchLimits<Item> {
  /** At most so many items; 1: each alone. */
  readonly size: number;
  /** Is there room for these in one request? One alone always goes out: whether it fits is seen there. */
  readonly fits: (items: readonly Item[]) => boolean;
}

/** The items in their order, in groups that one request each is made of. */
export function batches<Item>(items: readonly Item[], { size, fits }: BatchLimits<Item>): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.length < size && fits([...last, item])) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
