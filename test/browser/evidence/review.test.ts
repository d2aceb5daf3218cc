import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { violationsIn } from '../support/violationsIn.ts';
import { waitUntil } from '../support/waitUntil.ts';

let stage: BrowserStage;

/** A model that leaves code out, and turns a comparison beside that. */
before(async () => {
  stage = await openBrowserStage(
    ({ origins }) => ({
      'steadfast.targets': [
        {
          ...{ id: 'elided', label: 'Elided practice', provider: 'openai', auth: 'none', class: 'simple' },
          ...{ model: 'practice-careless-flipped-elided', baseUrl: `${origins.openai}/v1` },
        },
      ],
      'steadfast.chain': ['elided'],
    }),
    { userSettings: { 'steadfast.cache.enabled': false } },
  );
  await stage.workbench.page.setViewportSize({ width: 1_500, height: 1_000 });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const view = (): Locator => stage.workbench.page.locator('.pane', { hasText: 'For Your Decision' });
const row = (words: string): Locator => view().locator('.monaco-list-row', { hasText: words });
const diff = (): Locator => stage.workbench.page.locator('.monaco-diff-editor');
const box = (): Locator => stage.workbench.page.locator('.quick-input-widget:visible input[type=text]');

async function ask(wish: string): Promise<void> {
  const { workbench } = stage;
  await workbench.open('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type(wish, 'lines 19–24');
  await workbench.turn.getByRole('note').filter({ hasText: 'needs your decision' }).waitFor();
}

async function pictures(name: string): Promise<void> {
  const { page } = stage.workbench;
  for (const [theme, colours, drawn] of [
    ['light', 'Default Light Modern', '.monaco-workbench.vs'],
    ['dark', 'Default Dark Modern', '.vs-dark'],
  ] as const) {
    await stage.change({ 'workbench.colorTheme': colours });
    await page.locator(drawn).first().waitFor();
    await page.waitForTimeout(400); // the layout settles
    await stage.workbench.picture(`${name}-${theme}`);
    const { looked, found } = await violationsIn(page);
    assert.ok(looked > 0);
    assert.deepEqual(found, [], `${name}, ${theme}`);
  }
}

test('a doubtful answer waits in the view with its reason, a number stands at the icon, and its panel holds all of it', async () => {
  const { workbench } = stage;
  await ask('rename gross to sum');
  await workbench.showViews();
  await row('rename gross to sum').waitFor();
  await workbench.page
    .getByRole('tab', { name: /^Steadfast - .*1 entry needs your decision/ })
    .first()
    .waitFor();
  await row('rename gross to sum').click();
  await workbench.page.keyboard.press('ArrowRight');
  await row('Parts of the code are left out').waitFor();
  await workbench.turn.getByRole('group', { name: 'What this answer changes' }).waitFor();
  assert.equal(await workbench.turn.getByRole('button', { name: 'Copy Code' }).count(), 0);
  await pictures('review-waiting');
});

test('it waits after a reload, and is rejected by keyboard alone, with a note', async () => {
  const { workbench } = stage;
  await workbench.reload();
  await workbench.showViews();
  await row('rename gross to sum').waitFor();
  await workbench.run('Reject Answer');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'rename gross to sum' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.quick-input-widget:visible', { hasText: 'Reject “' }).waitFor();
  await box().fill('half of it is missing');
  await workbench.page.keyboard.press('Enter');
  await row('rename gross to sum').waitFor({ state: 'detached' });
  assert.equal(await diff().count(), 0);
});

test('an approved one is an edit as any other, and nothing is written before that is accepted', async () => {
  const { workbench } = stage;
  await ask('rename gross to amount');
  await workbench.showViews();
  await row('rename gross to amount').hover();
  await row('rename gross to amount')
    .getByRole('button', { name: /^Approve Answer/ })
    .click();
  await workbench.page.locator('.quick-input-widget:visible', { hasText: 'Approve “' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await diff().waitFor();
  await workbench.run('Discard Proposed Edit');
  await diff().waitFor({ state: 'detached' });
});

test('one can be edited before it is approved, and what was made of it is shown as a diff', async () => {
  const { workbench } = stage;
  await ask('rename gross to total');
  await workbench.run('Edit Answer Before Approving');
  await workbench.pick('rename gross to total');
  const told = workbench.page.locator('.notification-toast', { hasText: 'Change the code, then propose it' });
  await told.waitFor();
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.keyboard.type('\n// seen by me');
  await told.getByRole('button', { name: 'Propose Edited Answer' }).click();
  await workbench.page.locator('.quick-input-widget:visible', { hasText: 'Approve “' }).waitFor();
  await box().fill('mended');
  await workbench.page.keyboard.press('Enter');
  await diff().getByText('seen by me').first().waitFor();
  await workbench.picture('review-edited');
  await workbench.run('Discard Proposed Edit');
  await diff().waitFor({ state: 'detached' });
});

test('what was decided is kept, can be shown instead, and is exported only as a document to look at', async () => {
  const { workbench } = stage;
  await workbench.showViews();
  await workbench.run('Filter Answers for Decision');
  await workbench.pick('decided');
  await row('rejected: half of it is missing').waitFor();
  await row('approved, edited: mended').waitFor();
  await pictures('review-decided');
  await workbench.run('Export Answers for Decision');
  await workbench.pick('Markdown');
  await waitUntil(
    'the export',
    async () => (await workbench.page.locator('.tab', { hasText: 'For Your Decision' }).count()) > 0,
  );
  await workbench.picture('review-export');
});
