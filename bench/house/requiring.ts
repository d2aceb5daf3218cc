import path from 'node:path';
import type { Figures } from '../bench.ts';
import { interleaved } from '../interleaved.ts';
import { runProcess } from '../processes.ts';
import { median, p99 } from '../statistics.ts';
import type { Packed } from '../support/packed.ts';
import type { RequireTime } from './requireProcess.ts';

/** Requiring the main bundle / requiring it and every chunk, each time in a fresh process, files in the page cache. */
export async function requiring({ folder }: Packed): Promise<Figures> {
  const script = path.join(import.meta.dirname, 'requireProcess.ts');
  const require = async (what: 'main' | 'everything'): Promise<number> =>
    ((await runProcess(script, folder, what)) as RequireTime).tookMs;
  const { steadfast, baseline } = await interleaved(
    { steadfast: () => require('main'), baseline: () => require('everything') },
    { rounds: 9, warmUp: 1 },
  );
  const ratio = median(steadfast) / median(baseline);
  return {
    rows: [
      {
        measure: 'require, main / everything',
        steadfast: ms(steadfast),
        baseline: ms(baseline),
        ratio: `1/${(1 / ratio).toFixed(1)}`,
        remark: '9 fresh processes each',
      },
    ],
    goals: [{ name: 'P10 require main / everything', value: ratio, limit: 1 / 15 }],
  };
}

const ms = (samples: readonly number[]): string => `${median(samples).toFixed(2)} ms (p99 ${p99(samples).toFixed(2)})`;
