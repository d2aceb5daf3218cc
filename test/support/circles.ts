/** Who leads to whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The circles of a graph, each as its shortest way round; a name that stands in one already begins no other. */
export function circles(graph: Graph): readonly (readonly string[])[] {
  const told = new Set<string>();
  return [...graph.keys()].toSorted().flatMap(name => {
    const way = told.has(name) ? undefined : wayRound(graph, name);
    if (way === undefined) return [];
    for (const one of way) told.add(one);
    return [way];
  });
}

/** The shortest way from a name back to it, its end left out; undefined: there is none. */
function wayRound(graph: Graph, start: string): readonly string[] | undefined {
  const reached = new Set<string>();
  const ways: (readonly [string, ...string[]])[] = [[start]];
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (reached.has(next)) continue;
      reached.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
