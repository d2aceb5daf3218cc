import type { Figures } from '../bench.ts';
import { runProcess } from '../processes.ts';
import { median } from '../statistics.ts';
import type { BuiltContest } from '../support/builtContest.ts';
import type { StreamServer } from '../support/streamServer.ts';
import type { WireName } from '../support/streams.ts';
import type { ChunkContest, ChunkCosts } from './chunkCosts.ts';

const processes = 5;

/** CPU time a streamed chunk. The goal is against openai's iterator; Anthropic's own is about half as dear. */
export async function chunks(contest: BuiltContest, server: StreamServer): Promise<Figures> {
  const openai = await compare(contest, 'openai', server);
  const anthropic = await compare(contest, 'anthropic', server);
  return {
    rows: [
      { measure: 'CPU a chunk, openai', ...openai.row },
      { measure: 'CPU a chunk, anthropic', ...anthropic.row },
    ],
    goals: [{ name: "P4 CPU a chunk / openai SDK's iterator", value: openai.ratio, limit: 0.45 }],
  };
}

async function compare({ script }: BuiltContest, wire: WireName, server: StreamServer) {
  const played: ChunkContest[] = [];
  for (let process = 0; process < processes; process += 1) {
    played.push((await runProcess(script, 'chunks', wire, server.baseUrl(wire, 'burst'))) as ChunkContest);
  }
  const costs = (side: keyof ChunkContest, quantile: keyof ChunkCosts) => played.map(one => one[side][quantile]);
  const show = (side: keyof ChunkContest): string =>
    `${median(costs(side, 'p50')).toFixed(2)} µs (p99 ${median(costs(side, 'p99')).toFixed(2)})`;
  const ratios = played.map(({ steadfast, baseline }) => steadfast.p50 / baseline.p50);
  const ratio = median(ratios);
  const row = {
    steadfast: show('steadfast'),
    baseline: show('baseline'),
    ratio: ratio.toFixed(2),
    remark: `${processes} processes: ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
  };
  return { row, ratio };
}
