import path from 'node:path';
import type { Figures } from '../harness/bench.ts';
import { comparison } from '../harness/comparison.ts';
import { interleaved } from '../harness/interleaved.ts';
import { runProcess } from '../harness/processes.ts';
import { spread } from '../harness/statistics.ts';
import type { Packed } from '../support/packed.ts';
import type { RequireTime } from './requireProcess.ts';

const rounds = 9;

/** Requiring the main bundle / requiring it and every chunk, each time in a fresh process, files in the page cache. */
export async function requiring({ folder }: Packed): Promise<Figures> {
  const script = path.join(import.meta.dirname, 'requireProcess.ts');
  const require = async (what: 'main' | 'everything'): Promise<number> =>
    ((await runProcess(script, folder, what)) as RequireTime).tookMs;
  const { steadfast, baseline } = await interleaved(
    { steadfast: () => require('main'), baseline: () => require('everything') },
    { rounds, warmUp: 1 },
  );
  const { ratio, row } = comparison([{ steadfast: spread(steadfast), baseline: spread(baseline) }], 'ms');
  const remark = `${rounds} fresh processes each`;
  return {
    rows: [{ measure: 'require, main / everything', ...row, remark }],
    goals: [{ name: 'P10 require main / everything', value: ratio, limit: 1 / 15 }],
  };
}
