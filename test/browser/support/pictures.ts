// `npm run pictures`: takes the README's pictures from a real VS Code, with the practice providers. Look at them before they go in.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { runMain } from '../../../scripts/support/runMain.ts';
import { say } from '../../../scripts/support/say.ts';
import { openBrowserStage, type BrowserStage } from './browserStage.ts';

const folder = path.join(projectRoot, 'docs/pictures');

async function takePictures(): Promise<number> {
  await mkdir(folder, { recursive: true });
  const userSettings = { 'steadfast.cache.enabled': false, 'workbench.colorTheme': 'Default Light Modern' };
  const stage = await openBrowserStage(() => ({}), { userSettings });
  try {
    await stage.workbench.page.setViewportSize({ width: 1100, height: 640 });
    await stage.workbench.open('invoice.ts');
    await explained(stage);
    await fallenBack(stage);
    await edited(stage);
  } finally {
    await stage.close();
  }
  return 0;
}

async function explained(stage: BrowserStage): Promise<void> {
  await stage.workbench.explain(15, 17);
  await take(stage, 'explain');
}

async function fallenBack(stage: BrowserStage): Promise<void> {
  stage.practice.fault('anthropic', 'down');
  await stage.workbench.explain(19, 24);
  await stage.workbench.status.getByText('Fallback').waitFor();
  await stage.workbench.status.hover();
  await stage.workbench.page.locator('.monaco-hover:visible', { hasText: 'Show Menu' }).waitFor();
  await take(stage, 'fallback');
  await stage.workbench.page.mouse.move(500, 200);
  stage.practice.heal();
}

async function edited(stage: BrowserStage): Promise<void> {
  const { workbench } = stage;
  await workbench.focus('invoice.ts');
  await workbench.select(15, 17);
  await workbench.run('Edit Selection');
  await workbench.type('fix the rounding bug', 'lines 15–17');
  await workbench.page.locator('.monaco-diff-editor').getByText('Math.round').first().waitFor();
  await take(stage, 'edit');
}

async function take({ workbench }: BrowserStage, name: string): Promise<void> {
  await workbench.page.screenshot({ path: path.join(folder, `${name}.png`) });
  say(`docs/pictures/${name}.png`);
}

runMain(takePictures);
