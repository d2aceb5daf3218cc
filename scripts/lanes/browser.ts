import { globSync } from 'node:fs';
import { packExtension } from '../build/package.ts';
import { ensureChromium } from '../machine/chromium.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { ensureVscodeHost } from '../machine/vscodeHost.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { runNodeTests } from './nodeTests.ts';

/** The packed extension as a user has it, driven by mouse and keyboard in a real VS Code. */
export async function browser(request: LaneRequest): Promise<LaneResult> {
  const files = globSync('test/browser/**/*.test.ts', { cwd: projectRoot });
  const isFiltered = request.grep !== undefined || request.only.length > 0;
  if (files.length === 0) return { code: isFiltered ? 123 : 0, words: 'there is none in test/browser' };
  await ensureVscodeHost();
  await ensureChromium();
  process.env['STEADFAST_VSIX'] = await packExtension();
  return runNodeTests({ ...request, files, manner: 'one by one' });
}
