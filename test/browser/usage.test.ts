import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

// What the views Models and Usage say of an hour in which the first choice went down.

let stage: BrowserStage;
before(async () => {
  stage = await openBrowserStage(() => ({ 'steadfast.cache.enabled': false }));
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

/** A line of the view Models or Usage. */
function line(text: string) {
  const { page } = stage.workbench;
  const views = page.locator('.pane').filter({ has: page.locator('.pane-header h3', { hasText: /^(Models|Usage)$/ }) });
  return views.locator('.monaco-list-row', { hasText: text });
}

/** What a line of a view says once it says this. */
async function reads(name: string, words: RegExp): Promise<void> {
  const read = async () => ((await line(name).first().textContent()) ?? '').replaceAll('\u00A0', ' ');
  await waitUntil(`${name} to say ${words}`, async () => words.test(await read()));
}

test('before anything was asked, Usage says what it is for, and Models who would be asked', async () => {
  const { workbench } = stage;
  await workbench.showViews();
  await workbench.run('Focus on Usage View');
  await workbench.page.getByText('After your first question you see here').waitFor();
  await workbench.run('Focus on Models View');
  await reads('Anthropic practice', /first choice · ready/);
  await workbench.picture('110-usage-empty');
});

test('an answer of the second choice is counted as that, with the failures of the first', async () => {
  const { workbench, practice } = stage;
  await workbench.explain(1, 6);
  practice.fault('anthropic', 'server-error');
  await workbench.explain(15, 17);
  practice.heal();
  await workbench.run('Focus on Usage View');
  await reads('Questions', /2, 2 answered/);
  await reads('Answered by a fallback', /1 of 2 \(50%\)/);
  await workbench.run('Focus on Models View');
  await line('Anthropic practice').first().click();
  await workbench.page.keyboard.press('ArrowRight');
  await reads('Failures today', /server error/i);
  await workbench.picture('111-usage-fallback');
});

test('a model is paused from its line, and the line says so', async () => {
  const { workbench } = stage;
  await line('Anthropic practice').first().hover();
  await line('Anthropic practice').first().getByRole('button', { name: 'Pause or Resume' }).click();
  await reads('Anthropic practice', /paused by you/i);
  await workbench.picture('112-usage-paused');
  await line('Anthropic practice').first().hover();
  await line('Anthropic practice').first().getByRole('button', { name: 'Pause or Resume' }).click();
  await reads('Anthropic practice', /ready/);
  assert.equal(await line('Anthropic practice').first().isVisible(), true);
});
