/** What is compared: each makes one measurement. */
export interface Contest<Sample> {
  readonly steadfast: () => Promise<Sample>;
  readonly baseline: () => Promise<Sample>;
}

export interface Interleaved<Sample> {
  readonly steadfast: readonly Sample[];
  readonly baseline: readonly Sample[];
}

/**
 * Measures in turns, A B A B, so that whatever else the machine does falls on both. The first `warmUp` rounds do not
 * count.
 */
export async function interleaved<Sample>(
  contest: Contest<Sample>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Interleaved<Sample>> {
  const steadfast: Sample[] = [];
  const baseline: Sample[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    steadfast.push(await contest.steadfast());
    baseline.push(await contest.baseline());
  }
  return { steadfast: steadfast.slice(warmUp), baseline: baseline.slice(warmUp) };
}
