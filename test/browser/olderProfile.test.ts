import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOlderProfile, type OlderProfile } from './support/olderProfile.ts';

let profile: OlderProfile;

before(async () => {
  profile = await openOlderProfile();
});
after(() => profile.close());

const rows = () => profile.workbench.page.locator('.quick-input-list .monaco-list-row');

/** The titles of a list that a command shows. */
async function listedBy(command: string): Promise<readonly string[]> {
  const { workbench } = profile;
  await workbench.runUntil(command, rows().filter({ hasText: / ago/ }).first());
  const found = await rows().all();
  const labels = await Promise.all(found.map(row => row.getAttribute('aria-label')));
  await workbench.picture(`30-older-${command.replaceAll(' ', '-')}`);
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' }); // the next one is another
  return labels.map(label => (label ?? '').replace(/, [^,]* ago(?:, .*)?$/, ''));
}

test('a panel that was open shows its answer', async () => {
  const { workbench } = profile;
  await workbench.turn.getByRole('button', { name: 'Remove from List' }).waitFor(); // its question is kept for later
  await workbench.picture('30-older-panel');
  assert.match(await workbench.turn.innerText(), /No model was asked[^]*function invoiceTotal\(invoice: Invoice\)/);
});

test('the recent answers, the review list and the queue show what was kept', async () => {
  assert.deepEqual(await listedBy('Show Recent Answers'), [
    'Explain invoice.ts:26–33',
    'rename gross to sum (invoice.ts:19–24)',
    'Explain report.py:1–6',
    'Explain report.py:1–6',
    'fix the rounding bug (invoice.ts:15–17)',
    'What could go wrong? (invoice.ts:19–24)',
    'Explain invoice.ts:15–17',
  ]);
  assert.deepEqual(await listedBy('Show Answers Kept for Review'), ['rename gross to sum (invoice.ts:19–24)']);
  assert.deepEqual(await listedBy('Show Questions Kept for Later'), ['Explain invoice.ts:26–33']);
});

test('the views list what was kept, and a click shows it', async () => {
  const { workbench } = profile;
  const { page } = workbench;
  await workbench.showViews();
  const lines = page.locator('.pane-body .monaco-list-row');
  await lines.filter({ hasText: 'Explain invoice.ts:26–33' }).nth(1).waitFor(); // an answer without a model, and its question
  await workbench.picture('33-older-views');
  assert.match(await lines.first().innerText(), /rename gross to sum.*needs your decision/s);
  await lines.filter({ hasText: 'What could go wrong?' }).click();
  await workbench.panel.getByText('What could go wrong?').first().waitFor();
  await workbench.picture('34-older-opened');
  await page.getByRole('tab', { name: 'Explorer' }).first().click();
});

test('a question is answered with the key that was kept; only the servers on this machine are asked about, once', async () => {
  const { workbench, practice } = profile;
  await workbench.open('main.ts');
  await workbench.select(1, 3);
  await workbench.run('Explain Selection');
  const box = workbench.page.locator('.monaco-dialog-box', { hasText: 'Send code to a server on this machine' });
  await box.getByRole('button', { name: 'Send' }).click(); // loopback was no question when the profile was written
  await workbench.panel.getByText('Explain main.ts:1–3').last().waitFor(); // another box would have to be answered first
  await workbench.turn.getByRole('button', { name: 'Ask Again' }).waitFor();
  await workbench.picture('31-older-answered');
  assert.match(await workbench.turn.innerText(), /Answered by Anthropic practice/);
  assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0);
  assert.equal(practice.requests.at(-1)?.headers['x-api-key'], 'practice-key-of-anthropic');
});

test('the budget that was set for the workspace still holds', async () => {
  const { workbench } = profile;
  await workbench.run('Set Workspace Budget');
  const day = rows().filter({ hasText: 'Tokens per day' });
  await day.waitFor();
  await workbench.picture('32-older-budget');
  assert.match((await day.getAttribute('aria-label')) ?? '', /of 60k tokens today, set for this workspace/);
  await workbench.page.keyboard.press('Escape');
});
