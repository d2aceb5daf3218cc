import { buildEditorTests } from '../build/build.ts';
import { ensureBrowser } from '../machine/browser.ts';
import { ensureVscodeHost } from '../machine/vscodeHost.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { playInBrowser } from './playInBrowser.ts';
import { playScenes } from './playScenes.ts';
import { withSecondTry } from './secondTry.ts';

/** mocha inside the extension host of a real VS Code whose window is Chromium: one start for each scene. */
export async function editor(request: LaneRequest): Promise<LaneResult> {
  const host = await ensureVscodeHost();
  const browser = await ensureBrowser();
  await buildEditorTests();
  return withSecondTry(request, asked => playScenes(asked, scene => playInBrowser(scene, { host, browser })));
}
