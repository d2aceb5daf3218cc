/** Who takes part, by name: each makes one measurement. */
export type Contestants = Readonly<Record<string, () => Promise<number>>>;

/** Lets everybody measure in turns, A B C A B C, so that whatever else the machine does falls on all. */
export async function turns(
  contestants: Contestants,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Readonly<Record<string, readonly number[]>>> {
  const samples = new Map<string, number[]>(Object.keys(contestants).map(name => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [name, measure] of Object.entries(contestants)) {
      const sample = await measure();
      if (round >= warmUp) samples.get(name)?.push(sample);
    }
  }
  return Object.fromEntries(samples);
}

/** Makes calls one after another; how long each took, µs. */
export async function timeOfEach(calls: number, call: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let made = 0; made < calls; made += 1) await call();
  return ((performance.now() - startedAt) * 1000) / calls;
}
