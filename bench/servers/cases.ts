import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Figures, Row } from '../harness/bench.ts';
import type { Goal } from '../harness/goal.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What is counted, and the tests that play it. */
const played = {
  'cases of public reports': 'test/faults/reports.test.ts',
  'areas: cases of reports about stream ends, reasoning, reading code, and edits': 'test/faults/areas.test.ts',
  'vendors: models lists, streams, limits, and refusals answered by the next target': 'test/faults/vendors.test.ts',
  'rows of the fault matrix about answers that end wrongly': 'test/faults/cutStreams.test.ts',
} as const;

/** How many of the cases that the tests play end as they should: each test file once more, counted. */
export async function cases(): Promise<Figures> {
  const rows: Row[] = [];
  const goals: Goal[] = [];
  for (const [what, file] of Object.entries(played)) {
    const { passed, failed } = await count(file);
    rows.push({ measure: what, steadfast: `${passed} of ${passed + failed}`, remark: file });
    goals.push({ name: `servers ${what}, not as they should be`, value: failed, limit: 0 });
  }
  return { rows, goals };
}

async function count(file: string): Promise<{ readonly passed: number; readonly failed: number }> {
  const guard = './test/support/socketGuard.ts';
  const child = spawn(process.execPath, ['--import', guard, '--test', '--test-reporter=tap', file], { cwd: root });
  const report = await text(child.stdout);
  const number = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? NaN);
  return { passed: number('pass'), failed: number('fail') };
}
