import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { AnswerSegments } from '../../src/storage/answerSegments.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { runs, type Samples } from './runs.ts';

const megabytes = 32;

/** P13: how long a full cache of 32 MB holds the loop while it is loaded, and while answers are added. */
export async function cacheLoad(): Promise<Figures> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-load-'));
  try {
    await fill(folder);
    return figuresOf(await runs(3, 'load', folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers of 1 to 16 KB, 32 MB in all. */
async function fill(folder: string): Promise<void> {
  const maxBytes = () => 64 * 1024 * 1024;
  const store = new AnswerSegments({ folder, clock, maxBytes, onTrouble: () => undefined });
  const usage = { inputTokens: 10, outputTokens: 5, cachedInputTokens: 0, exact: true };
  const line = '- `lineTotal` adds “net” and tax;\n  it rounds each of them.\n';
  let bytes = 0;
  for (let index = 0; bytes < megabytes * 1024 * 1024; index += 1) {
    const text = line.repeat(16 * (1 + (index % 16)));
    await store.append({ key: `key-${index}`, at: clock.wall(), text, model: 'bench-model', usage });
    bytes += text.length;
  }
}

function figuresOf(found: readonly Samples[]): Figures {
  const middle = (name: string): number => median(found.map(run => median(run[name] ?? [])));
  const worst = (name: string): number => Math.max(...found.flatMap(run => run[name] ?? []));
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const row = (what: string) => ({
    measure: `hold of the loop while ${what}, p99.9`,
    steadfast: ms(middle(`${what}, thread`)),
    baseline: ms(middle('idle, thread')),
    remark: [
      `own time of the thread, beside an idle one; longest of all ${ms(worst(`${what}, longest`))},`,
      `idle ${ms(worst('idle, longest'))}; by the clock p99.9 ${ms(middle(`${what}, clock`))}, idle ${ms(middle('idle, clock'))}`,
    ].join(' '),
  });
  return {
    rows: [
      row('loading'),
      row('appending'),
      {
        measure: `loading ${megabytes} MB of answers took`,
        steadfast: ms(middle('loading took')),
        remark: `${middle('answers loaded')} answers in memory afterwards; no question waits more than 50 ms for it`,
      },
    ],
    goals: ['loading', 'appending'].map(what => ({
      name: `P13 hold of the loop, p99.9 without the idle control's, ${what} a cache of ${megabytes} MB`,
      value: Math.max(0, middle(`${what}, thread`) - middle('idle, thread')),
      limit: 16,
      unit: 'ms',
    })),
  };
}
