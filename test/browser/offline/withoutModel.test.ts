import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { giveHistory } from '../../../scripts/editor/sampleHistory.ts';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { violationsIn } from '../support/violationsIn.ts';

// Every target is down: what each assistance says of itself, and a draft that its user looks at first.

let stage: BrowserStage;

before(async () => {
  const userSettings = {
    'steadfast.cache.enabled': false,
    'steadfast.retry.maxRetries': 0,
    'git.openRepositoryInParentFolders': 'never',
  };
  stage = await openBrowserStage(() => ({}), { userSettings });
  assert.ok(giveHistory(stage.workspace));
  await appendFile(path.join(stage.workspace, 'main.ts'), '\nexport function printAll(): void {}\n');
  for (const provider of ['anthropic', 'openai', 'local'] as const) stage.practice.fault(provider, 'down');
  await stage.workbench.page.setViewportSize({ width: 1_400, height: 900 });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const draftButton = () => stage.workbench.turn.getByRole('button', { name: 'Show Draft' });
const diff = () => stage.workbench.page.locator('.monaco-diff-editor');

test('an explanation is what the editor knows, and says so first', async () => {
  const { workbench } = stage;
  const text = await workbench.explain(19, 24);
  assert.match(text, /No model answered: this is what the editor knows[^]*This text does not come from a model/);
  assert.match(text, /lineTotal[^]*Counted in the code[^]*Calls[^]*roundToCents/);
  assert.match(text, /“Ask Later” keeps the question/);
  await workbench.turn.getByRole('button', { name: 'Ask Later' }).waitFor();
  assert.deepEqual((await violationsIn(workbench.page)).found, []);
  await workbench.picture('170-explained-without-model');
});

test('the frame of a comment is shown, looked at as a diff, and only then accepted', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.focus('invoice.ts');
  await workbench.select(35, 37);
  await workbench.runUntil('Add Documentation', draftButton());
  assert.equal(await diff().count(), 0);
  await workbench.picture('171-comment-without-model');
  await draftButton().click();
  await diff().getByText('@param').first().waitFor();
  await workbench.picture('172-comment-draft');
  assert.doesNotMatch((await workbench.lines('invoice.ts')).join('\n'), /TODO/);
  await page.getByRole('button', { name: /^Accept Proposed Edit/ }).click();
  await diff().waitFor({ state: 'detached' });
  assert.match((await workbench.lines('invoice.ts')).join('\n'), /TODO: say what formatAmount does/);
});

test('the message of a commit says what was changed, and stands in its box when it was seen', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+g');
  const button = page.getByRole('button', { name: /Generate Commit Message/ }).first();
  await button.waitFor();
  await button.click();
  await workbench.turn.getByText('the diff does not tell').waitFor();
  assert.doesNotMatch(await page.locator('.scm-editor').innerText(), /printAll/);
  await workbench.picture('173-message-without-model');
  await draftButton().click();
  await page.locator('.scm-editor').getByText('printAll').waitFor();
  await workbench.picture('174-message-draft');
});

test('a question is kept with the reason why it waits, and all are removed after a question', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.turn.getByRole('button', { name: 'Ask Later' }).click();
  await workbench.showViews();
  const row = page.locator('.pane .monaco-list-row', { hasText: /Commit message.*server not running/ });
  await row.waitFor();
  await workbench.picture('175-kept-with-reason');
  await workbench.run('Remove All Questions Kept for Later…');
  const question = page.locator('.monaco-dialog-box');
  await question.getByText('Remove the question kept for later?').waitFor();
  await workbench.picture('176-remove-all');
  await question.getByRole('button', { name: 'Remove All' }).click();
  await row.waitFor({ state: 'detached' });
});
