import { globSync } from 'node:fs';
import { packExtension } from '../build/package.ts';
import { projectRoot } from '../support/projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { chosenFiles, runNodeTests } from './nodeTests.ts';
import { withSecondTry } from './secondTry.ts';

/** The packed extension as a user has it, driven by mouse and keyboard in a real VS Code. */
export async function browser(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/browser/**/*.test.ts', { cwd: projectRoot });
  if (chosenFiles({ ...request, files }).length > 0) process.env['STEADFAST_VSIX'] = await packExtension();
  return withSecondTry(request, asked => runNodeTests({ ...asked, files, manner: 'one by one', testLimitMs: 300_000 }));
}
