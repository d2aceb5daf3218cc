import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { AnswerSegments } from '../../src/storage/answerSegments.ts';
import type { Figures } from '../bench.ts';
import { median } from '../statistics.ts';
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
  const worst = (name: string): number => Math.max(...found.map(run => Math.max(...(run[name] ?? []))));
  const late = (name: string): number => median(found.map(run => median(run[name] ?? [])));
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const row = (what: string) => ({
    measure: `longest hold of the loop while ${what}`,
    steadfast: ms(worst(`${what}, thread`)),
    baseline: ms(worst('idle, thread')),
    remark: `own time of the thread, beside an idle one; by the clock p99.9 ${ms(late(`${what}, clock`))}, idle ${ms(late('idle, clock'))}`,
  });
  const loaded = median(found.map(run => median(run['answers loaded'] ?? [])));
  return {
    rows: [
      row('loading'),
      row('appending'),
      {
        measure: `loading ${megabytes} MB of answers took`,
        steadfast: ms(median(found.map(run => median(run['loading took'] ?? [])))),
        remark: `${loaded} answers in memory afterwards; no question waits more than 50 ms for it`,
      },
    ],
    goals: ['loading', 'appending'].map(what => ({
      name: `P13 longest hold of the loop, ${what} a cache of ${megabytes} MB`,
      value: worst(`${what}, thread`),
      limit: 16,
      unit: 'ms',
    })),
  };
}
