import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { waitUntil } from '../support/waitUntil.ts';

// Questions that wait: put in another order and changed by the keyboard, and what becomes of those that nobody answers.

let stage: BrowserStage;

before(async () => {
  stage = await openBrowserStage(() => ({}), {
    userSettings: {
      'steadfast.cache.enabled': false,
      'steadfast.retry.maxRetries': 0,
      'steadfast.circuitBreaker.failureThreshold': 100, // else all are paused after two questions, and nobody is asked
    },
  });
  for (const provider of ['anthropic', 'openai', 'local'] as const) stage.practice.fault(provider, 'down');
  await stage.workbench.page.setViewportSize({ width: 1_400, height: 1_000 });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const pane = (name: string): Locator => stage.workbench.page.locator('.pane', { hasText: name });
const rows = (name: string): Locator => pane(name).locator('.monaco-list-row');
const titles = async (): Promise<readonly string[]> =>
  (await rows('Kept for Later').allInnerTexts()).map(text => text.split('(')[0]?.trim() ?? '');
const box = (): Locator => stage.workbench.page.locator('.quick-input-widget:visible input[type=text]');

/** Asks something that nobody answers, and keeps it for later. */
async function keep(words: string): Promise<void> {
  const { workbench } = stage;
  await workbench.open('invoice.ts');
  await workbench.select(15, 17);
  await workbench.run('Ask…');
  await workbench.type(words, 'lines 15–17');
  await workbench.turn.filter({ hasText: words }).getByRole('button', { name: 'Ask Later' }).click();
  await workbench.turn.getByText('Kept for later').first().waitFor();
}

test('questions that wait are put in another order and changed with the keyboard alone', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await keep('why round down');
  await keep('why cents');
  await workbench.showViews();
  await waitUntil('both in the view', async () => (await rows('Kept for Later').count()) === 2);
  await rows('Kept for Later').first().click();
  await waitUntil('the first one chosen', async () => (await pane('Kept for Later').locator('.focused').count()) > 0);
  await rows('Kept for Later').first().focus();
  await pane('Kept for Later').locator('.monaco-list').focus();
  await page.keyboard.press('ArrowDown'); // moves the focus and leaves the selection
  await page.keyboard.press('Alt+ArrowUp');
  await waitUntil('the other order', async () => (await titles())[0] === 'why cents');
  await workbench.picture('80-moved-up');
  await page.keyboard.press('Alt+ArrowDown');
  await waitUntil('the order of before', async () => (await titles())[0] === 'why round down');
  await page.keyboard.press('F2');
  assert.equal(await box().inputValue(), 'why cents');
  await workbench.picture('81-change-words');
  await box().fill('why whole cents');
  await page.keyboard.press('Enter');
  await waitUntil('the changed words', async () => (await titles())[1] === 'why whole cents');
});

test('what three replays did not answer waits for a decision, flagged and with its reason, also after a reload', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  const row = rows('Kept for Later').filter({ hasText: 'why whole cents' });
  await row.click(); // one line is chosen, and its conversation is in front
  await workbench.turn.filter({ hasText: 'why cents' }).waitFor();
  await waitUntil('three tries', async () => {
    const before = await row.innerText();
    if (before.includes('tried three times')) return true;
    await row.hover();
    await row.getByRole('button', { name: /^Ask Now/ }).click();
    // a row that is just drawn anew takes no click
    for (let looks = 0; looks < 30 && (await row.innerText()) === before; looks += 1) await page.waitForTimeout(100);
    return (await row.innerText()).includes('tried three times');
  });
  const waiting = rows('For Your Decision').filter({ hasText: 'why whole cents (invoice.ts' }); // below it its words stand alone
  await waiting.waitFor();
  await waiting.locator('.codicon-warning').waitFor();
  const icon = page.locator('.activitybar a[aria-label^="Steadfast - "]');
  await waitUntil('each of the two to count once', async () => {
    const name = (await icon.getAttribute('aria-label')) ?? '';
    return name.includes('1 question kept for later') && name.includes('1 entry needs your decision');
  });
  await page.reload();
  await workbench.showViews();
  await waiting.waitFor();
  await waiting.click();
  await page.keyboard.press('ArrowRight');
  await pane('For Your Decision').getByText('It was asked again three times').first().waitFor();
  await waiting.hover();
  await workbench.picture('82-unanswered');
  for (const name of ['Ask Now', 'Change Question…', 'Keep and Offer Again', 'Remove from List'])
    assert.equal(await waiting.getByRole('button', { name: new RegExp(`^${name}`) }).count(), 1, name);
});

/** Presses a button of a line until that has gone: a view that is just drawn anew takes no click. */
async function pressUntilGone(line: Locator, name: RegExp): Promise<void> {
  await waitUntil(`${name.source} to take the line away`, async () => {
    if ((await line.count()) === 0) return true;
    await line.hover();
    await line.getByRole('button', { name }).click({ timeout: 5_000 });
    for (let looks = 0; looks < 40 && (await line.count()) > 0; looks += 1)
      await stage.workbench.page.waitForTimeout(100);
    return (await line.count()) === 0;
  });
}

test('kept, it waits as any other; asked again, it is asked in its changed words and is gone', async () => {
  const { workbench, practice } = stage;
  await pressUntilGone(
    rows('For Your Decision').filter({ hasText: 'why whole cents (invoice.ts' }), // below it its words stand alone
    /^Keep and Offer Again/,
  );
  const row = rows('Kept for Later').filter({ hasText: 'why whole cents' });
  await row.waitFor();
  practice.heal();
  await workbench.run('Clear Cache');
  await pressUntilGone(row, /^Ask Now/);
  assert.match(practice.requests.findLast(({ method }) => method === 'POST')?.body ?? '', /why whole cents/);
  await workbench.picture('83-answered-at-last');
});
