import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { appendFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { giveHistory } from '../../scripts/editor/sampleHistory.ts';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

let stage: BrowserStage;

before(async () => {
  const userSettings = {
    'steadfast.codeLens': true,
    'steadfast.cache.enabled': false,
    'git.openRepositoryInParentFolders': 'never',
  };
  stage = await openBrowserStage(() => ({}), { userSettings });
  assert.ok(giveHistory(stage.workspace));
  await appendFile(path.join(stage.workspace, 'main.ts'), '\nconsole.log(invoice.customer);\n');
  await stage.workbench.open('receipt.js');
});
after(() => stage.close());

const diff = () => stage.workbench.page.locator('.monaco-diff-editor');

test('a reported problem is fixed by its light bulb, and what became of it is said', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  const offered = page.locator('.action-widget').first().getByText('Fix with Steadfast', { exact: true });
  await waitUntil('the offer to fix', async () => {
    await workbench.focus('receipt.js');
    for (const key of ['F8', 'Escape', 'Control+.']) await page.keyboard.press(key); // a menu that opened too early does not know it
    return offered.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => page.keyboard.press('Escape').then(() => false),
    );
  });
  await workbench.picture('70-light-bulb');
  await offered.click();
  await diff().getByText('length').first().waitFor();
  await workbench.picture('71-fix');
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await diff().waitFor({ state: 'detached' });
  await page.getByText('1 error gone, none new.').first().waitFor();
  await workbench.picture('72-fixed');
  assert.ok((await workbench.lines('receipt.js')).join('\n').includes('lines.length'));
});

test('a comment is proposed for the function of a code lens, and one undo takes it back', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.open('invoice.ts');
  const lens = page.locator('.codelens-decoration a', { hasText: 'Document' }).nth(3);
  await lens.waitFor();
  await workbench.picture('73-code-lens');
  await lens.click();
  await diff().getByText('@returns').first().waitFor();
  await workbench.picture('74-documentation');
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await diff().waitFor({ state: 'detached' });
  const before = (await workbench.lines('invoice.ts')).join('\n');
  await workbench.focus('invoice.ts');
  await page.keyboard.press('Control+z');
  await waitUntil('the code without it', async () => (await workbench.lines('invoice.ts')).join('\n') !== before);
});

test('tests are proposed in a new file, which is not there before it is saved', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.focus('invoice.ts');
  await workbench.select(15, 17);
  await workbench.run('Generate Tests');
  await diff().getByText('gives a value').first().waitFor();
  await workbench.picture('75-tests');
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await diff().waitFor({ state: 'detached' });
  await page.locator('.tab', { hasText: 'invoice.test.ts' }).waitFor();
  await workbench.picture('76-new-file');
  assert.ok(!(await readdir(stage.workspace)).includes('invoice.test.ts'));
});

test('a name is chosen from a list, and every reference follows', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.open('invoice.ts');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('roundToCents');
  await page.keyboard.press('Escape');
  await workbench.run('Suggest Names');
  const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: 'roundToCentsValue' });
  await choice.waitFor();
  await workbench.picture('77-names');
  await choice.click();
  await waitUntil('the new name', async () =>
    (await workbench.lines('invoice.ts')).join('\n').includes('roundToCentsValue('),
  );
  await workbench.picture('78-renamed');
});

test('a message for the changes stands in the box of the commit, from the button beside it', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+g');
  const button = page.getByRole('button', { name: /Generate Commit Message/ }).first();
  await button.waitFor();
  await workbench.picture('79-source-control');
  await button.click();
  await page.locator('.scm-editor').getByText('chore: change').waitFor();
  await workbench.picture('80-commit-message');
});

test('an answer is opened as plain text', async () => {
  const { workbench } = stage;
  await workbench.page.keyboard.press('Control+Shift+e');
  await workbench.open('report.py');
  await workbench.explain(1, 6, 'report.py');
  await workbench.panel.getByRole('textbox').click();
  await workbench.runUntil('Open Answer as Text', workbench.page.locator('.tab', { hasText: '.txt' }));
  await workbench.picture('81-as-text');
  assert.match(
    (await workbench.page.locator('.monaco-editor.focused .view-line').allInnerTexts()).join(' '),
    /Question:/,
  );
});

test('all that has no comment in a file is documented in one diff, after it was seen in a list', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.open('invoice.ts');
  await workbench.run('Document This File');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'formatAmount' }).waitFor();
  await workbench.picture('84-undocumented');
  await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK', exact: true }).click();
  await diff().getByText('@param').first().waitFor();
  await workbench.picture('85-all-documented');
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await diff().waitFor({ state: 'detached' });
  assert.ok((await workbench.lines('invoice.ts')).filter(line => line.includes('/**')).length > 2);
});

test('a review marks its findings; one is mended, one goes along with its lines, one is dismissed', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.open('invoice.ts');
  await page.keyboard.press('Control+Home');
  await workbench.run('Review Selection or File');
  const findings = page.locator('.pane', { hasText: 'Findings' }).locator('.monaco-list-row');
  const rounding = findings.filter({ hasText: 'Cuts instead of rounding' });
  await page.getByRole('button', { name: 'Show Findings' }).click();
  await rounding.waitFor();
  await workbench.picture('86-findings');
  await rounding.click();
  await page.locator('[id="status.editor.selection"]', { hasText: 'Ln 17,' }).waitFor();
  await workbench.press('Control+.', page.locator('.action-widget').getByText('Dismiss This Finding'));
  await workbench.picture('87-finding-actions');
  await page.locator('.action-widget').getByText('Show the Change That Steadfast Proposes').click();
  await diff().getByText('Math.round').first().waitFor();
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await rounding.waitFor({ state: 'detached' });
  const promise = findings.filter({ hasText: 'The comment says' });
  const before = await promise.innerText();
  await workbench.focus('invoice.ts');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await waitUntil('its new line', async () => (await promise.innerText()) !== before);
  await workbench.picture('88-findings-moved');
  await promise.hover();
  await promise.getByRole('button', { name: 'Dismiss Finding' }).click();
  await promise.waitFor({ state: 'detached' });
});

test('in a notebook a question is about its cell, and takes along the cells above', async () => {
  const { workbench, practice } = stage;
  const { page } = workbench;
  await workbench.showExplorer();
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'sales.ipynb' }).dblclick();
  const cell = page.locator('.notebook-editor .cell-editor-container .view-lines', { hasText: 'most_sold' }).first();
  await cell.click();
  const before = practice.requests.length;
  await workbench.run('Explain Selection');
  await waitUntil('a question about the cell', () =>
    practice.requests.slice(before).some(({ body }) => body.includes('most_sold') && body.includes('23.66')),
  );
  await workbench.turn.filter({ hasText: 'sales.ipynb' }).filter({ hasText: 'Answered by' }).waitFor();
  await workbench.picture('82-notebook');
});

test('instructions of the workspace go along with the files that they are for, and are named', async () => {
  const { workbench, practice } = stage;
  await workbench.open('report.py');
  await workbench.beginToExplain(12, 16, 'report.py');
  const turn = workbench.turn.filter({ hasText: 'Answered by' });
  await turn.getByText('Details', { exact: true }).click();
  assert.match(await turn.innerText(), /Instructions: .*python\.instructions\.md/);
  assert.ok(practice.requests.at(-1)?.body.includes('rounded to cents only where they are shown'));
  await workbench.picture('83-instructions');
});

test('a commit is reviewed, the first one too, and so are the changes', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.run('Clear Findings');
  await workbench.run('Review Commit…');
  await workbench.pick('feat: totals of an invoice');
  await page
    .getByText(/findings? in /)
    .first()
    .waitFor();
  await workbench.picture('89-review-of-commit');
  await page.getByRole('button', { name: 'Show Findings' }).first().click();
  await page.locator('.pane', { hasText: 'Findings' }).locator('.monaco-list-row').first().waitFor();
  await workbench.picture('90-findings-of-commit');
  await workbench.run('Review Changes');
  await page
    .locator('.notifications-toasts')
    .getByText(/finding/i)
    .first()
    .waitFor();
  await workbench.picture('91-review-of-changes');
  await workbench.run('Clear Findings');
  await workbench.open('report.py');
  await workbench.select(13, 17);
  await workbench.run('Review Selection or File');
  await page.getByRole('button', { name: 'Show Findings' }).first().click();
  const found = page.locator('.pane', { hasText: 'Findings' }).locator('.monaco-list-row');
  await found.filter({ hasText: 'The range ends one early' }).waitFor();
  await workbench.picture('97-review-of-selection');
  assert.equal(await found.count(), 2, 'the file and one finding: what stands behind the selection is not reviewed');
});

test('what was applied is taken back after a reload, all at once, and brought back', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await page.reload();
  await workbench.open('receipt.js');
  const list = page.locator('.quick-input-list .monaco-list-row');
  await workbench.runUntil('Take Back Applied Edits…', list.filter({ hasText: 'Take back all' }));
  await workbench.picture('92-applied-edits');
  await list.filter({ hasText: 'Take back all' }).click();
  await workbench.picture('93-take-back-all');
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Take Back', exact: true }).click();
  await waitUntil(
    'the old text',
    async () => !(await workbench.lines('receipt.js')).join('\n').includes('lines.length'),
  );
  await workbench.open('invoice.ts');
  await waitUntil('no comments', async () => (await workbench.lines('invoice.ts')).join('\n').includes('Math.floor'));
  await workbench.picture('94-taken-back');
  await workbench.runUntil('Take Back Applied Edits…', list.filter({ hasText: 'Bring back all' }));
  await workbench.picture('95-bring-back');
  await list.filter({ hasText: 'Bring back all' }).click();
  await waitUntil('the comments', async () => (await workbench.lines('invoice.ts')).join('\n').includes('Math.round'));
  await workbench.picture('96-brought-back');
});
