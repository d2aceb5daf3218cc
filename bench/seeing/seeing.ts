import { ensureBrowser } from '../../scripts/machine/browser.ts';
import type { Figures } from '../harness/bench.ts';
import { dashboardFigures } from './dashboardFigures.ts';
import { journalFigures } from './journalFigures.ts';
import { statusFigures } from './statusFigures.ts';

/** What it costs to see what happened: one file a measure. */
export async function seeing(): Promise<Figures> {
  await ensureBrowser();
  const parts = [journalFigures(), statusFigures(), await dashboardFigures()];
  return { rows: parts.flatMap(({ rows }) => rows), goals: parts.flatMap(({ goals }) => goals) };
}
