import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

// The first minute without anything set up, with a practice server at the usual place of LM Studio. A wrong key and two keys
// are played in oneTarget.test.ts.

let stage: BrowserStage;
before(async () => {
  const nothing = { 'steadfast.targets': [], 'steadfast.chain': [] };
  stage = await openBrowserStage(() => nothing, { ports: { openai: 1234 } });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const box = (text: string) => stage.workbench.page.locator('.quick-input-widget:visible', { hasText: text });

/** Ticks a model of the list, where it is not the only one and ticked already, and goes on. */
async function choose(model: string): Promise<void> {
  const { page } = stage.workbench;
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: model });
  if ((await row.getAttribute('aria-checked')) !== 'true') await row.locator('.monaco-checkbox, input').first().click();
  await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK' }).click();
}

test('with nothing set up the panel says so, and has the three buttons that help', async () => {
  const { workbench } = stage;
  await workbench.explain(15, 17);
  await workbench.picture('51-nothing');
  const buttons = await workbench.turn.getByRole('button').allInnerTexts();
  assert.deepEqual(
    ['Set API Key…', 'Detect Local Models', 'Add Model…'].filter(label => !buttons.includes(label)),
    [],
  );
  assert.equal(buttons.includes('Ask Later'), false);
  assert.equal(await workbench.page.locator('.notification-list-item').count(), 0);
  assert.match(await workbench.status.innerText(), /No model/);
});

test('a local server that is slow to answer is found, and answers', async () => {
  const { workbench, practice } = stage;
  practice.fault('openai', 'hang', { times: 1 });
  await workbench.turn.getByRole('button', { name: 'Detect Local Models' }).click();
  await box('practice-medium').waitFor();
  await workbench.picture('52-local-found');
  await choose('practice-medium');
  await workbench.page.getByText('Added to your models: practice-medium.').first().waitFor();
  await workbench.explain(19, 24);
  await workbench.status.getByText('practice-medium').waitFor();
  await workbench.picture('53-local-answers');
  assert.match(await workbench.turn.innerText(), /Answered by practice-medium/);
});

test('a local server that wants a key asks for it, does not keep a wrong one, and offers its models then', async () => {
  const { workbench, practice } = stage;
  practice.fault('openai', 'unauthorized');
  await workbench.run('Detect Local Models');
  await workbench.type('practice-key-that-is-wrong', 'API key for');
  await box('The key was not saved').waitFor();
  practice.heal();
  await workbench.type('practice-key-of-mine', 'The key was not saved');
  await box('practice-large').waitFor();
  await workbench.picture('54-local-with-key');
  await choose('practice-large');
  await workbench.page.getByText('Added to your models: practice-large.').first().waitFor();
});
