import { estimateTokenCount } from 'tokenx';
import { estimateTokens } from '../../src/core/prompt/estimateTokens.ts';
import { loadExactTokens } from '../../src/libraries/exactTokens.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';
import { blocksOf } from './blocks.ts';
import { largeSource, samples } from './samples.ts';

type Count = (text: string) => number;

/** How far the estimate is off o200k, by kind of text, beside a quarter of the characters and tokenx (P7). */
export async function tokenEstimate(): Promise<Figures> {
  const exact = await loadExactTokens();
  const sides: Readonly<Record<string, Count>> = {
    ours: estimateTokens,
    quarter: text => text.length / 4,
    tokenx: text => estimateTokenCount(text),
  };
  const errors = errorsOf(sides, exact);
  const inGoal = errors.filter(({ kind }) => ['source', 'Markdown', 'JSON', 'Chinese'].includes(kind));
  const ratio = mean(inGoal.map(({ ours }) => ours)) / mean(inGoal.map(({ quarter }) => quarter));
  const text = largeSource();
  const speeds = Array.from({ length: 12 }, () => megabytesPerSecond(text)).slice(2);
  const blocks = await blocksOf(() => Promise.resolve(void estimateTokens(text)), 20);
  return {
    rows: [
      ...errors.map(({ kind, texts, ours, quarter, tokenx }) => ({
        measure: `tokens estimated, mean error: ${kind}`,
        steadfast: percent(ours),
        baseline: percent(quarter),
        ratio: (ours / quarter).toFixed(2),
        remark: `to a quarter of the characters; tokenx ${percent(tokenx)}; ${texts} texts`,
      })),
      {
        measure: 'tokens estimated: speed',
        steadfast: `${median(speeds).toFixed(0)} MB/s`,
        remark: 'ASCII source, 1 MB',
      },
      { measure: 'tokens estimated: 1 MB at once', steadfast: `${blocks.p50.toFixed(1)} ms`, remark: 'longest block' },
    ],
    goals: [{ name: 'P7 mean error of the estimate / of characters ÷ 4', value: ratio, limit: 0.33 }],
  };
}

/** Mean relative errors. */
function errorsOf(sides: Readonly<Record<string, Count>>, exact: Count) {
  return Object.entries(samples()).map(([kind, texts]) => {
    const counts = texts.map(exact);
    const of = (count: Count = () => 0): number =>
      mean(texts.map((text, index) => Math.abs(count(text) / (counts[index] ?? 1) - 1)));
    return {
      kind,
      texts: texts.length,
      ours: of(sides['ours']),
      quarter: of(sides['quarter']),
      tokenx: of(sides['tokenx']),
    };
  });
}

function megabytesPerSecond(text: string): number {
  const from = performance.now();
  estimateTokens(text);
  return text.length / 1_000 / (performance.now() - from);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
