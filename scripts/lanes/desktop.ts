import { buildEditorTests } from '../build/build.ts';
import { downloadDesktop } from '../editor/desktop.ts';
import type { LaneRequest, LaneResult } from './lane.ts';
import { playInDesktop } from './playInDesktop.ts';
import { playScenes } from './playScenes.ts';

/** The oldest VS Code that package.json allows, and the newest. */
const versions = ['1.105.0', 'stable'];

/** The same tests as in the lane `editor`, in VS Code for the desktop: wherever it can be downloaded. */
export async function desktop(request: LaneRequest): Promise<LaneResult> {
  const named = process.env['VSCODE_EXECUTABLE'];
  const executables = named === undefined ? await Promise.all(versions.map(downloadDesktop)) : [named];
  await buildEditorTests();
  const results: LaneResult[] = [];
  for (const executable of executables) {
    results.push(await playScenes(request, scene => playInDesktop(scene, executable)));
  }
  return {
    code: results.find(({ code }) => code !== 0)?.code ?? 0,
    words: results.map(({ words }) => words).join(' / '),
  };
}
