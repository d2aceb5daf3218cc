import type { Figures } from '../harness/bench.ts';
import { comparison } from '../harness/comparison.ts';
import { runProcess } from '../harness/processes.ts';
import type { BuiltContest } from '../support/builtContest.ts';
import type { StreamServer } from '../support/streamServer.ts';
import type { WireName } from '../support/streams.ts';
import type { CallTimes } from './callTimes.ts';

const processes = 5;

/** One call, and the time to its first text, through the whole client against the bare SDK: both wires, 1 and 32 at once. */
export async function calls(contest: BuiltContest, server: StreamServer): Promise<Figures> {
  const parts: Figures[] = [];
  for (const wire of ['openai', 'anthropic'] as const) {
    const baseUrl = server.baseUrl(wire, 'paced');
    for (const atOnce of [1, 32]) parts.push(await play(contest, { wire, baseUrl, atOnce }));
  }
  return { rows: parts.flatMap(({ rows }) => rows), goals: parts.flatMap(({ goals }) => goals) };
}

interface Asking {
  readonly wire: WireName;
  readonly baseUrl: string;
  /** How many calls are under way at once. */
  readonly atOnce: number;
}

async function play({ script }: BuiltContest, { wire, baseUrl, atOnce }: Asking): Promise<Figures> {
  const played: CallTimes[] = [];
  for (let process = 0; process < processes; process += 1) {
    const report = await runProcess(script, 'calls', wire, baseUrl, String(atOnce));
    played.push(report as CallTimes);
  }
  const whole = comparison(
    played.map(one => one.whole),
    'ms',
  );
  const first = comparison(
    played.map(one => one.first),
    'ms',
  );
  const suffix = `${wire}, ${atOnce} at once`;
  return {
    rows: [
      { measure: `one call, ${suffix}`, ...whole.row },
      { measure: `first text, ${suffix}`, ...first.row },
    ],
    goals: [
      { name: `P1 one call / bare SDK, ${suffix}`, value: whole.ratio, limit: 1.05 },
      ...(atOnce === 1 ? [{ name: `P5 first text / bare SDK, ${wire}`, value: first.ratio, limit: 1.1 }] : []),
    ],
  };
}
