import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

/** What becomes of edits is learnt, can be looked at, and forgotten. */
let stage: BrowserStage;

before(async () => {
  stage = await openBrowserStage(() => ({ 'steadfast.routing.strategy': 'learned' }), {
    userSettings: { 'steadfast.cache.enabled': false },
  });
  await stage.workbench.open('report.py');
});
after(() => stage.close());

const row = (text: string | RegExp) =>
  stage.workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
const box = () => stage.workbench.page.locator('.quick-input-widget:visible input[type=text]');

/** Has the file edited, and decides about it by the button of this name. */
async function edit(instruction: string, shown: string, decision: RegExp): Promise<void> {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.open('report.py');
  await workbench.select(1, 30);
  await workbench.run('Edit Selection');
  await box().fill(instruction);
  await page.keyboard.press('Enter');
  await page.locator('.monaco-diff-editor').getByText(shown).first().waitFor();
  await page.getByRole('button', { name: decision }).first().click();
  await page.locator('.tab', { hasText: 'proposed edit' }).waitFor({ state: 'detached' });
}

/** How many outcomes stand in the log that all windows share. */
const outcomes = (): number =>
  globSync('learned-*.log', { cwd: stage.storageFolder })
    .map(file => readFileSync(path.join(stage.storageFolder, file), 'utf8').match(/"kind":"outcome"/g)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);

/** Lets the edits that were applied have been applied eleven minutes earlier. */
function letTimePass(): void {
  const user = path.dirname(path.dirname(stage.storageFolder));
  const [list = ''] = globSync('workspaceStorage/*/*/checkpoints.json', { cwd: user });
  const file = path.join(user, list);
  const earlier = (_: string, at: string) => `"at":${Number(at) - 11 * 60_000}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"at":(\d{13})/g, earlier));
}

test('an edit that was discarded and one that still stands after ten minutes and a reload are learnt', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await edit('rename total_amount to sum_of_amounts', 'sum_of_amounts', /^Discard Proposed Edit/);
  await waitUntil('the edit that was discarded', () => outcomes() === 1);
  await edit('rename total_amount to amount_in_all', 'amount_in_all', /^Accept Proposed Edit/);
  await waitUntil('the file on disk', async () => {
    await page.keyboard.press('Control+s');
    return readFileSync(path.join(stage.workspace, 'report.py'), 'utf8').includes('amount_in_all');
  });
  letTimePass();
  await page.reload();
  await workbench.run('Show What Was Learned…');
  await row('Forget all of it').waitFor();
  await page.keyboard.press('Escape');
  await waitUntil('the edit that was kept', () => outcomes() === 2);
  await waitUntil('both in the list', async () => {
    await workbench.run('Show What Was Learned…'); // a list that is open already stays as it is
    return (await row(/practice · Edit/).innerText()).includes('of 2 kept');
  });
  assert.match(await row(/practice · Edit/).innerText(), /50 % of 2 kept/);
  await workbench.picture('150-learned');
});

test('what was learned is forgotten after a question', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await row('Forget all of it').click();
  await page.locator('.monaco-dialog-box').getByText('Forget all that was learned?').waitFor();
  await workbench.picture('151-forget');
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Forget', exact: true }).click();
  await page.getByText('All that was learned is forgotten.').first().waitFor();
  await workbench.run('Show What Was Learned…');
  await page
    .getByText(/^Nothing is learned yet/)
    .first()
    .waitFor();
  await workbench.picture('152-nothing-learned');
});
