import type { Figures, Row } from '../bench.ts';
import type { Goal } from '../goal.ts';
import { runProcess } from '../processes.ts';
import { median } from '../statistics.ts';
import type { BuiltContest } from '../support/builtContest.ts';
import type { StreamServer } from '../support/streamServer.ts';
import type { WireName } from '../support/streams.ts';
import type { CallContest, CallTimes } from './callTimes.ts';

const processes = 5;

/** One call, and the time to its first text, through the whole client against the bare SDK: both wires, 1 and 32 at once. */
export async function calls(contest: BuiltContest, server: StreamServer): Promise<Figures> {
  const rows: Row[] = [];
  const goals: Goal[] = [];
  for (const wire of ['openai', 'anthropic'] as const) {
    for (const atOnce of [1, 32]) {
      const played = await play(contest, wire, server, atOnce);
      const [whole, first] = [compare(played, 'whole'), compare(played, 'first')];
      const suffix = `${wire}, ${atOnce} at once`;
      rows.push({ measure: `one call, ${suffix}`, ...whole.row }, { measure: `first text, ${suffix}`, ...first.row });
      goals.push({ name: `P1 one call / bare SDK, ${suffix}`, value: whole.ratio, limit: 1.05 });
      if (atOnce === 1) goals.push({ name: `P5 first text / bare SDK, ${wire}`, value: first.ratio, limit: 1.1 });
    }
  }
  return { rows, goals };
}

async function play(
  { script }: BuiltContest,
  wire: WireName,
  server: StreamServer,
  atOnce: number,
): Promise<readonly CallContest[]> {
  const played: CallContest[] = [];
  for (let process = 0; process < processes; process += 1) {
    const report = await runProcess(script, 'calls', wire, server.baseUrl(wire, 'paced'), String(atOnce));
    played.push(report as CallContest);
  }
  return played;
}

/** The median over the processes of the ratio of their medians. */
function compare(played: readonly CallContest[], what: 'whole' | 'first') {
  const times = (side: keyof CallContest, quantile: 'P50' | 'P99'): readonly number[] =>
    played.map(one => one[side][`${what}${quantile}` satisfies keyof CallTimes]);
  const show = (side: keyof CallContest): string =>
    `${median(times(side, 'P50')).toFixed(2)} ms (p99 ${median(times(side, 'P99')).toFixed(2)})`;
  const ratios = times('steadfast', 'P50').map((ours, at) => ours / (times('baseline', 'P50')[at] ?? NaN));
  const ratio = median(ratios);
  const row = {
    steadfast: show('steadfast'),
    baseline: show('baseline'),
    ratio: ratio.toFixed(2),
    remark: `${processes} processes: ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
  };
  return { row, ratio };
}
