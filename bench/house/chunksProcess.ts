// One process of the chunks' contest: the CPU time that a chunk of a burst costs, here and in the SDK's iterator.
import { explain } from '../../src/assist/explain.ts';
import { endWithParent, report } from '../inProcess.ts';
import { interleaved } from '../interleaved.ts';
import { median } from '../statistics.ts';
import { bareSdk, type Asker } from '../support/bareSdk.ts';
import { asker, provided } from '../support/household.ts';
import { questionOf } from '../support/questions.ts';
import type { WireName } from '../support/streams.ts';

/** Microseconds of CPU time a chunk. */
export interface ChunkFigures {
  readonly steadfast: number;
  readonly baseline: number;
}

const [wire = '', baseUrl = ''] = process.argv.slice(2);

async function contest(wire: WireName): Promise<ChunkFigures> {
  const ours = asker(provided(wire, baseUrl));
  const bare = bareSdk(wire, baseUrl);
  const { steadfast, baseline } = await interleaved(
    { steadfast: () => cpuPerChunk(ours), baseline: () => cpuPerChunk(bare) },
    { rounds: 20, warmUp: 8 },
  );
  return { steadfast: median(steadfast), baseline: median(baseline) };
}

async function cpuPerChunk(ask: Asker): Promise<number> {
  let chunks = 0;
  const before = process.cpuUsage();
  await ask(questionOf(explain, 1), () => (chunks += 1));
  const { user, system } = process.cpuUsage(before);
  if (chunks < 2000) throw new Error(`only ${chunks} chunks came`);
  return (user + system) / chunks;
}

endWithParent();
report(await contest(wire as WireName));
process.disconnect?.();
