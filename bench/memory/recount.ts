import { setImmediate as turn } from 'node:timers/promises';
import { CountedText } from '../../src/core/prompt/countedText.ts';
import { ExactCounts, type CountText } from '../../src/core/prompt/exactCounts.ts';
import { loadExactTokens } from '../../src/libraries/exactTokens.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { blocksOf, idleBlocks } from './blocks.ts';
import { largeSource } from './samples.ts';

const edits = 400;

/** The exact tokens of a document of 1 MB after each of many edits, beside counting it anew (P9), and worst cases (P13). */
export async function recount(): Promise<Figures> {
  const text = largeSource();
  const exactly = await loadExactTokens();
  const slicing = { pause: () => turn(), now: () => performance.now() };
  const fresh = () => new ExactCounts({ load: () => Promise.resolve(exactly), ...slicing });
  const { full, edited } = editTimes(text, exactly, await fresh().counter());
  const [idle, blocks] = [await idleBlocks(10), await blocksOfWorst(text, fresh)];
  return {
    rows: [
      {
        measure: 'exact recount after an edit in 1 MB',
        steadfast: `${(median(edited) * 1_000).toFixed(1)} µs`,
        baseline: `${median(full).toFixed(1)} ms`,
        ratio: (median(edited) / median(full)).toFixed(6),
        remark: `the whole text anew; ${edits} edits, one after another`,
      },
      ...blocks.map(([name, ms]) => ({
        measure: `${name} counted: longest block`,
        steadfast: `${ms.toFixed(1)} ms`,
        baseline: `${idle.p50.toFixed(1)} ms`,
        remark: 'beside it a loop without work',
      })),
    ],
    goals: [
      { name: 'P9 exact recount after one edit / full recount', value: median(edited) / median(full), limit: 0.001 },
      {
        name: 'P13 longest block of counting a MB',
        value: Math.max(...blocks.map(([, ms]) => ms)),
        limit: 16,
        unit: 'ms',
      },
    ],
  };
}

/** Longest blocks of counting what is hard to count, ms. */
async function blocksOfWorst(text: string, fresh: () => ExactCounts): Promise<readonly [string, number][]> {
  const worst = {
    'a MB of source': text,
    'a MB of one letter': 'a'.repeat(1_000_000),
    'a MB of base64': Buffer.from(text.slice(0, 750_000)).toString('base64'),
  };
  const blocks: [string, number][] = [];
  for (const [name, hard] of Object.entries(worst)) {
    const counted = await blocksOf(() => fresh().countExactly(hard), 10);
    blocks.push([name, counted.p50]);
  }
  return blocks;
}

/** ms: of counting the whole text, and of keeping up with an edit. */
function editTimes(text: string, exactly: CountText, remembering: CountText) {
  const document = new CountedText(text, remembering);
  const [full, edited]: [number[], number[]] = [[], []];
  for (let edit = 0; edit < edits; edit += 1) {
    const at = text.indexOf('\n', 300_000 + edit * 40) + 1;
    edited.push(timeOf(() => document.edit(at, 0, edit % 2 === 0 ? `x${edit} ` : '')));
    if (edit % 40 === 0) full.push(timeOf(() => exactly(text)));
  }
  if (document.tokens !== remembering(document.text)) throw new Error('the recount is wrong');
  return { full, edited };
}

function timeOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
