import path from 'node:path';
import { say } from '../../scripts/support/say.ts';
import { runProcess } from '../harness/processes.ts';
import { median } from '../harness/statistics.ts';

/** What each side measured in one process, by name. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/** Runs a part of the benches of the cache in so many processes, one after another. */
export async function runs(times: number, what: string, ...more: readonly string[]): Promise<readonly Samples[]> {
  say(`cache: ${what}`);
  const found: Samples[] = [];
  for (let run = 0; run < times; run += 1) {
    found.push((await runProcess(path.join(import.meta.dirname, 'cacheProcess.ts'), what, ...more)) as Samples);
  }
  return found;
}

/** The median, over the processes, of the medians. */
export const middle = (of: readonly Samples[], name: string): number => median(of.map(run => median(run[name] ?? [])));

/** The median, over the processes, of the ratio of the medians. */
export const ratioOf = (of: readonly Samples[], name: string, to: string): number => median(ratios(of, name, to));

/** How far that ratio scatters over the processes. */
export const scatter = (of: readonly Samples[], name: string, to: string): string => {
  const found = ratios(of, name, to);
  return `${found.length} processes, ${Math.min(...found).toPrecision(3)} to ${Math.max(...found).toPrecision(3)}`;
};

const ratios = (of: readonly Samples[], name: string, to: string): readonly number[] =>
  of.map(run => median(run[name] ?? []) / median(run[to] ?? []));
