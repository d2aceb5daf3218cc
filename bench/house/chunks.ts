import type { Figures } from '../harness/bench.ts';
import { comparison, type Comparison, type Pair } from '../harness/comparison.ts';
import { runProcess } from '../harness/processes.ts';
import type { BuiltContest } from '../support/builtContest.ts';
import type { StreamServer } from '../support/streamServer.ts';
import type { WireName } from '../support/streams.ts';

const processes = 5;

/** CPU time a streamed chunk. The goal is against openai's iterator; Anthropic's own is about half as dear. */
export async function chunks(contest: BuiltContest, server: StreamServer): Promise<Figures> {
  const openai = await play(contest, server, 'openai');
  const anthropic = await play(contest, server, 'anthropic');
  return {
    rows: [
      { measure: 'CPU a chunk, openai', ...openai.row },
      { measure: 'CPU a chunk, anthropic', ...anthropic.row },
    ],
    goals: [{ name: "P4 CPU a chunk / openai SDK's iterator", value: openai.ratio, limit: 0.45 }],
  };
}

async function play({ script }: BuiltContest, server: StreamServer, wire: WireName): Promise<Comparison> {
  const played: Pair[] = [];
  for (let process = 0; process < processes; process += 1) {
    played.push((await runProcess(script, 'chunks', wire, server.baseUrl(wire, 'burst'))) as Pair);
  }
  return comparison(played, 'µs');
}
