import { explain } from '../../src/assist/tasks/explain.ts';
import type { Pair } from '../harness/comparison.ts';
import { interleaved } from '../harness/interleaved.ts';
import { spread } from '../harness/statistics.ts';
import { bareSdk, type Asker } from '../support/bareSdk.ts';
import { asker, provided } from '../support/household.ts';
import { longQuestionOf } from '../support/questions.ts';
import type { WireName } from '../support/streams.ts';

/** The CPU time, µs, that a chunk of a burst costs this process and its threads: in our reader, as a provider uses it, and in the SDK's iterator. */
export async function chunkCosts(wire: WireName, baseUrl: string): Promise<Pair> {
  const ours = asker(provided(wire, baseUrl));
  const bare = bareSdk(wire, baseUrl);
  const { steadfast, baseline } = await interleaved(
    { steadfast: () => costOf(ours), baseline: () => costOf(bare) },
    { rounds: 12, warmUp: 5 },
  );
  return { steadfast: spread(steadfast), baseline: spread(baseline) };
}

async function costOf(ask: Asker): Promise<number> {
  let chunks = 0;
  const question = longQuestionOf(explain, 1);
  const before = process.cpuUsage();
  await ask(question, () => (chunks += 1));
  const { user, system } = process.cpuUsage(before);
  if (chunks !== 2000) throw new Error(`${chunks} chunks came, 2000 were sent`);
  return (user + system) / chunks;
}
