import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { waitUntil } from './support/waitUntil.ts';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

/** Who answers which task, by the user's own wish: set from an answer and from the status menu, and taken away again. */
let stage: BrowserStage;

before(async () => {
  stage = await openBrowserStage(() => ({ 'steadfast.routing.strategy': 'tiered' }), {
    userSettings: { 'steadfast.cache.enabled': false, 'files.autoSave': 'off' },
  });
  await stage.workbench.open('invoice.ts');
});
beforeEach(() => stage.practice.clear());
after(() => stage.close());

/** Who was asked, in order. */
const asked = () => stage.practice.requests.filter(({ method }) => method === 'POST').map(({ provider }) => provider);

const button = (name: string): Locator => stage.workbench.turn.getByRole('button', { name, exact: true });

/** The same of one that is shown on demand; the latest turn may still be answered. */
async function onDemand(name: string): Promise<Locator> {
  const more = stage.workbench.turn.getByRole('button', { name: 'More Actions', expanded: false });
  await waitUntil(name, async () => {
    if ((await more.count()) > 0) await more.click({ timeout: 2_000 }).catch(() => undefined); // the turn has changed meanwhile
    return button(name).isVisible();
  });
  return button(name);
}

const notice = (words: string | RegExp): Locator =>
  stage.workbench.page.locator('.notification-toast .notification-list-item', { hasText: words }).first();

/** What the details under the latest answer say, opened. */
async function details(): Promise<string> {
  const fold = stage.workbench.turn.locator('details.provenance');
  await fold.locator('summary').click();
  return fold.innerText();
}

const rows = (): Locator => stage.workbench.page.locator('.quick-input-list .monaco-list-row');
const focused = (): Locator => stage.workbench.page.locator('.quick-input-list .monaco-list-row.focused');

/** Goes through a list that is open by keys alone: what is typed leaves this row, which Enter takes. */
async function byKeys(words: string): Promise<void> {
  const { page } = stage.workbench;
  await page.keyboard.type(words);
  await focused().filter({ hasText: words }).waitFor({ timeout: 20_000 });
  await page.keyboard.press('Enter');
}

test('a model that another one was asked beside is set for the task from its answer, and that is said', async () => {
  const { workbench } = stage;
  await workbench.explain(15, 17);
  assert.deepEqual(asked(), ['local']);
  await onDemand('Always Use Local practice for “Explain”');
  await button('Ask Another Model…').click();
  await rows().first().waitFor();
  await workbench.pick('Anthropic practice');
  await onDemand('Always Use Anthropic practice for “Explain”');
  await workbench.turn.scrollIntoViewIfNeeded();
  await workbench.picture('140-always-use');
  await (await onDemand('Always Use Anthropic practice for “Explain”')).click();
  await notice('From now on, Anthropic practice is asked first for “Explain”.').waitFor();
  await onDemand('Do Not Always Use Anthropic practice for “Explain”');
  await workbench.picture('141-always-use-set');
});

test('the next question of the task goes to that model, and the details say why', async () => {
  const { workbench } = stage;
  await workbench.explain(26, 29);
  assert.deepEqual(asked(), ['anthropic']);
  assert.match(await details(), /Anthropic practice first, because you have set that for this task/);
  await workbench.turn.scrollIntoViewIfNeeded();
  await workbench.picture('143-always-used');
});

test('taken away from the answer, the strategy decides again; undone, it is set as before', async () => {
  const { workbench } = stage;
  await (await onDemand('Do Not Always Use Anthropic practice for “Explain”')).click();
  await notice('“Explain” has no model of its own any more').waitFor();
  await onDemand('Always Use Anthropic practice for “Explain”');
  await workbench.picture('144-taken-away');
  await notice('“Explain” has no model of its own any more').getByRole('button', { name: 'Undo' }).click();
  await notice('“Explain” is set as before: Anthropic practice.').waitFor();
  await onDemand('Do Not Always Use Anthropic practice for “Explain”');
});

test('from the status menu, by keys alone, another model is set for the task', async () => {
  const { workbench } = stage;
  await workbench.press('F1', workbench.page.locator('.quick-input-widget:visible input[type=text]'));
  await workbench.page.keyboard.type('Steadfast: Show Status Menu');
  await focused().filter({ hasText: 'Show Status Menu' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await rows()
    .filter({ hasText: 'Get Started' })
    .or(rows().filter({ hasText: 'Explain' }))
    .first()
    .waitFor();
  await byKeys('Who Answers Which Task');
  await rows().filter({ hasText: 'Suggest Names' }).waitFor();
  await workbench.picture('145-tasks');
  assert.match(await rows().filter({ hasText: 'Explain' }).first().innerText(), /Explain\s*Anthropic practice/);
  assert.match(await rows().filter({ hasText: 'Suggest Names' }).innerText(), /by strategy/);
  await byKeys('Explain');
  await rows().filter({ hasText: 'By Strategy' }).waitFor();
  await workbench.picture('146-who-answers');
  assert.match(await rows().filter({ hasText: 'set now' }).innerText(), /Anthropic practice/);
  await byKeys('OpenAI practice');
  await notice('From now on, OpenAI practice is asked first for “Explain”.').waitFor();
  await workbench.explain(19, 24);
  assert.deepEqual(asked(), ['openai']);
  assert.match(await details(), /OpenAI practice first, because you have set that for this task/);
  await workbench.picture('147-set-from-menu');
});

test('from the palette a strength is set, and taken away', async () => {
  const { workbench } = stage;
  /** An answer that is still being drawn takes the focus, which closes a list: then it is opened once more. */
  const choose = async (label: string, tries = 3): Promise<void> => {
    try {
      await workbench.run('Who Answers Which Task…');
      await rows().filter({ hasText: 'Suggest Names' }).waitFor({ timeout: 20_000 });
      await byKeys('Explain');
      await rows().filter({ hasText: 'By Strategy' }).waitFor({ timeout: 20_000 });
      await byKeys(label);
    } catch (error) {
      if (tries === 1) throw error;
      await workbench.page.keyboard.press('Escape');
      await choose(label, tries - 1);
    }
  };
  await choose('Strong, for hard questions');
  await notice('From now on, models of this strength are asked first for “Explain”').waitFor();
  await workbench.explain(35, 37);
  assert.deepEqual(asked(), ['anthropic']);
  stage.practice.clear();
  await choose('By Strategy');
  await notice('“Explain” has no model of its own any more').waitFor();
  await workbench.explain(15, 16);
  assert.deepEqual(asked(), ['local']);
});

test('the way to the settings leads to what was written', async () => {
  const { workbench } = stage;
  await (await onDemand('Always Use Local practice for “Explain”')).click();
  await notice('From now on, Local practice is asked first').getByRole('button', { name: 'Open Settings' }).click();
  await workbench.page.locator('.settings-editor').getByText('practice-local').first().waitFor();
  await workbench.picture('148-settings');
});
