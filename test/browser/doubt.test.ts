import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

let stage: BrowserStage;

/** One target whose model behaves badly, and a stronger one behind it. */
before(async () => {
  stage = await openBrowserStage(({ origins }) => ({
    'steadfast.targets': [
      {
        id: 'careless',
        label: 'Careless practice',
        provider: 'openai',
        model: 'practice-careless-elided',
        baseUrl: `${origins.openai}/v1`,
        class: 'simple',
        auth: 'none',
      },
      {
        id: 'large',
        label: 'Large practice',
        provider: 'anthropic',
        model: 'practice-large',
        baseUrl: origins.anthropic,
        class: 'complex',
        auth: 'none',
      },
    ],
    'steadfast.chain': ['careless', 'large'],
    'steadfast.confidence.onDoubt': 'disclaim', // what follows on a doubt by itself: doubt/afterDoubt.test.ts
  }));
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

test('an edit that leaves code out opens the disclaimer with its reason, not a diff', async () => {
  const { workbench } = stage;
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type('rename gross to sum', 'lines 19–24');
  const notice = workbench.turn.getByRole('note');
  await notice.waitFor();
  await workbench.picture('10-doubted');
  assert.match(await notice.innerText(), /left out|leaves|elided|not all/i);
  assert.equal(await workbench.page.locator('.monaco-diff-editor').count(), 0);
});

test('a stronger model can be asked, and its edit is shown as a diff', async () => {
  const { workbench } = stage;
  await workbench.turn.getByRole('button', { name: 'Ask a Stronger Model' }).click();
  await workbench.page.locator('.monaco-diff-editor').waitFor();
  await workbench.picture('11-stronger');
});

test('after a reload the panel is there, and shows its edit once more without asking anew', async () => {
  const { workbench } = stage;
  await workbench.reload();
  await workbench.turn.getByRole('button', { name: 'Show Edit' }).click();
  await workbench.page.locator('.monaco-diff-editor').waitFor();
  await workbench.picture('13-edit-after-reload');
  await workbench.run('Discard Proposed Edit');
  await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
});

test('the review list survives a reload', async () => {
  const { workbench } = stage;
  await workbench.run('Show Answers Kept for Review');
  await workbench.page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'rename gross to sum' })
    .first()
    .click();
  await workbench.panel.getByRole('button', { name: 'Approve' }).waitFor();
  await workbench.picture('12-review-after-reload');
});
