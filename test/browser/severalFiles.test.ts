import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

let stage: BrowserStage;

before(async () => {
  const userSettings = { 'steadfast.cache.enabled': false, 'git.openRepositoryInParentFolders': 'never' };
  stage = await openBrowserStage(() => ({}), { userSettings });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const row = (text: string) =>
  stage.workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
const box = () => stage.workbench.page.locator('.quick-input-widget:visible input[type=text]');
const tab = (text: string | RegExp) => stage.workbench.page.locator('.tab', { hasText: text });

test('three files are edited by one answer: what has no place is named, changes are left by keyboard, and the rest is accepted', async () => {
  const { workbench, practice } = stage;
  const { page } = workbench;
  await workbench.run('Edit Files…');
  await row('main.ts').waitFor();
  for (const file of ['main.ts', 'receipt.js'])
    await row(file).locator('input[type=checkbox], .monaco-checkbox').first().click();
  await workbench.picture('100-choose-files');
  await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK', exact: true }).click();
  await page
    .getByText('What do you want to change?')
    .or(page.getByPlaceholder('What do you want to change?'))
    .first()
    .waitFor();
  await box().fill('rename lineTotal to totalOfLine, and misquote receipt.js');
  await page
    .getByText(/≈ .* tokens/)
    .first()
    .waitFor();
  await workbench.picture('101-instruction');
  await page.keyboard.press('Enter');
  await page.locator('.monaco-diff-editor').getByText('totalOfLine').first().waitFor();
  assert.equal(practice.requests.filter(({ method }) => method === 'POST').length, 1);
  await workbench.turn
    .getByText(/Not applied, because these lines are not in receipt\.js/)
    .first()
    .waitFor();
  await workbench.picture('102-files-diff');
  await tab('2 files (proposed edit)').click();
  await workbench.press('Shift+Alt+Enter', page.locator('.quick-input-list .monaco-list-row').first());
  await workbench.picture('103-choose-changes');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await tab(/\d of \d changes/).waitFor();
  await workbench.picture('104-some-changes');
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await tab('2 files (proposed edit)').waitFor({ state: 'detached' });
  await workbench.open('main.ts');
  await waitUntil('the new name', async () => (await workbench.lines('main.ts')).join('\n').includes('totalOfLine'));
  await workbench.picture('105-accepted');
});

test('one change of a diff is left at the cursor', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.open('report.py');
  await workbench.select(1, 30);
  await workbench.run('Edit Selection');
  await box().fill('rename total_amount to sum_of_amounts');
  await page.keyboard.press('Enter');
  await page.locator('.monaco-diff-editor').getByText('sum_of_amounts').first().waitFor();
  await workbench.picture('106-one-file');
  await page.keyboard.press('F7');
  await page.keyboard.press('Alt+Enter');
  await tab(/\d of \d changes/).waitFor();
  await workbench.picture('107-left-at-cursor');
});
