import { setImmediate as turn } from 'node:timers/promises';
import type { Prompt, TextPart } from '../../src/core/model/prompt.ts';
import { ExactCounts, type CountText } from '../../src/core/prompt/exactCounts.ts';
import { fitPrompt } from '../../src/core/prompt/fitPrompt.ts';
import { loadExactTokens } from '../../src/libraries/exactTokens.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { largeSource } from './samples.ts';

const maxTokens = 2_000;
const rounds = 60;
const slicing = { pause: () => turn(), now: () => performance.now() };

/** A document of 1 MB fitted to 2 000 tokens around a cursor, beside the best that a binary search does (P8). */
export async function trimming(): Promise<Figures> {
  const text = largeSource();
  const exactly = await loadExactTokens();
  const times = await timesOf(text, exactly);
  const search_ = median(times.search);
  const row = (name: string, samples: readonly number[]) => ({
    measure: `1 MB to 2 000 tokens, exactly counted: ${name}`,
    steadfast: `${median(samples).toFixed(2)} ms`,
    baseline: `${search_.toFixed(2)} ms`,
    ratio: (median(samples) / search_).toFixed(3),
    remark: `binary search with gpt-tokenizer; ${rounds} places in turns`,
  });
  return {
    rows: [row('nothing known', times.cold), row('counted before', times.warm)],
    goals: [
      { name: 'P8 exact trim of 1 MB / best binary search, cold', value: median(times.cold) / search_, limit: 0.25 },
    ],
  };
}

/** ms of each side, in turns, at one place after another. */
async function timesOf(text: string, exactly: CountText) {
  const times = { search: [] as number[], cold: [] as number[], warm: [] as number[] };
  for (let round = -10; round < rounds; round += 1) {
    const cursor = text.indexOf('\n', 200_000 + (round + 10) * 8_000) + 1;
    const counts = new ExactCounts({ load: () => Promise.resolve(exactly), ...slicing });
    const count = await counts.counter();
    const prompt = promptAt(text, cursor);
    const found = [
      timeOf(() => search(text, cursor, exactly)),
      timeOf(() => fitPrompt(prompt, maxTokens, count)),
      timeOf(() => fitPrompt({ ...prompt }, maxTokens, count)),
    ];
    if (round < 0) continue;
    for (const [index, samples] of [times.search, times.cold, times.warm].entries()) samples.push(found[index] ?? NaN);
  }
  return times;
}

/** How many characters around the cursor have room: as good as a binary search can be, with a near upper bound. */
function search(text: string, cursor: number, exactly: CountText): number {
  let [low, high] = [0, maxTokens * 8];
  while (low < high) {
    const chars = Math.ceil((low + high) / 2);
    if (exactly(text.slice(Math.max(0, cursor - chars / 2), cursor + chars / 2)) <= maxTokens) low = chars;
    else high = chars - 1;
  }
  return low;
}

function timeOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function promptAt(text: string, cursor: number): Prompt {
  const question: TextPart = {
    kind: 'text',
    name: 'question',
    role: 'user',
    text: 'Question: what is it?',
    priority: 100,
  };
  return {
    template: 'bench@1',
    parts: [side('before', text.slice(0, cursor), 'end'), side('after', text.slice(cursor), 'start'), question],
  };
}

function side(name: string, code: string, focus: 'start' | 'end'): TextPart {
  const text = Buffer.from(`Lines:\n\`\`\`ts\n${code}\`\`\``, 'latin1').toString('latin1'); // flat, as it comes from an editor
  return {
    kind: 'text',
    name,
    role: 'user',
    text,
    priority: 20,
    shrinks: { headLines: 2, tailLines: 1, focus, keep: [] },
  };
}
