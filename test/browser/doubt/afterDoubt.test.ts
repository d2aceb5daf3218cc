import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { violationsIn } from '../support/violationsIn.ts';

// What follows by itself when an answer is doubtful; `doubt.test.ts` plays what the user can do about one.

let stage: BrowserStage;

before(async () => {
  stage = await openBrowserStage(({ origins }) => {
    const openai = { provider: 'openai', baseUrl: `${origins.openai}/v1`, auth: 'none' };
    return {
      'steadfast.targets': [
        { id: 'careless', label: 'Careless practice', model: 'practice-careless-elided', class: 'simple', ...openai },
        { id: 'poor', label: 'Poor practice', model: 'practice-careless-prose', class: 'complex', ...openai },
        { id: 'large', label: 'Large practice', model: 'practice-large', class: 'complex', ...openai },
      ],
      'steadfast.routing.strategy': 'ordered',
      'steadfast.chain': ['careless', 'large'],
    };
  });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

/** Asks for an edit of one function. */
async function edit(instruction: string): Promise<void> {
  const { workbench } = stage;
  await workbench.open('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type(instruction, 'lines 19–24');
}

/** What the details under the answer to this instruction say, opened; it is the latest in the panel. */
async function details(instruction: string): Promise<string> {
  const turn = stage.workbench.turn.filter({ hasText: instruction });
  await turn.waitFor();
  const fold = turn.locator('details.provenance');
  await fold.locator('summary').click();
  return fold.innerText();
}

test('when the stronger one does no better, the first answer stays, with its disclaimer', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['careless', 'poor'] });
  await edit('rename gross to whole');
  const told = await details('rename gross to whole');
  assert.equal(await workbench.turn.getByRole('note').count(), 1);
  await workbench.picture('61-stronger-no-better');
  assert.match(told, /Answered by Careless practice/);
  assert.match(told, /The new answer from Poor practice is not better, so it was dropped/);
  assert.equal(await workbench.page.locator('.monaco-diff-editor').count(), 0);
});

test('where nobody is stronger that is said, and the answer has its disclaimer', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['careless'] });
  await edit('rename gross to total');
  const told = await details('rename gross to total');
  assert.equal(await workbench.turn.getByRole('note').count(), 1);
  await workbench.picture('62-nobody-stronger');
  assert.match(told, /No stronger model was asked about this doubt: there is none in your list/);
});

test('where the user wants no second request, none is made', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['careless', 'large'], 'steadfast.confidence.onDoubt': 'disclaim' });
  await edit('rename gross to full');
  const told = await details('rename gross to full');
  assert.equal(await workbench.turn.getByRole('note').count(), 1);
  assert.doesNotMatch(told, /stronger model|again, with the reasons/);
});

test('a stronger model makes good what the first did badly, twice: its edit is shown, and both are told', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.confidence.onDoubt': 'escalate', 'steadfast.chain': ['careless', 'large'] });
  await edit('rename gross to sum');
  await workbench.page.locator('.monaco-diff-editor').waitFor();
  await workbench.picture('60-stronger-model-by-itself');
  await workbench.run('Discard Proposed Edit');
  await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  await workbench.run('Show Recent Answers');
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'rename gross to sum' });
  await row.first().click();
  const told = await details('rename gross to sum');
  await workbench.picture('63-both-are-told');
  assert.match(told, /Asked Careless practice again, with the reasons/);
  assert.match(told, /The new answer from Careless practice is not better/);
  assert.match(told, /Asked the stronger model Large practice, because the answer from Careless practice is doubtful/);
  assert.match(told, /The new answer from Large practice is better and replaces the doubtful one/);
  assert.match(told, /Answers that were dropped: \d+ tokens/);
});

test('what the user says of an answer is marked, and may be changed', async () => {
  const { workbench } = stage;
  const turn = workbench.turn.filter({ hasText: 'rename gross to sum' });
  const said = (name: string, pressed: boolean) => turn.getByRole('button', { name, exact: true, pressed });
  await said('Not Helpful', false).click();
  await said('Not Helpful', true).waitFor();
  await said('Helpful', false).click();
  await said('Helpful', true).waitFor();
  await workbench.picture('64-helpful');
  assert.equal(await said('Not Helpful', false).count(), 1);
});

test('at most four buttons with words stand under an answer; the rest comes on demand, also in a narrow panel', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  const turn = workbench.turn.filter({ hasText: 'rename gross to sum' });
  const words = turn.locator('.actions button:not(.icon):not(.more-actions)');
  assert.equal(await words.count(), 4);
  await page.setViewportSize({ width: 700, height: 760 });
  const themes = [
    ['light', 'Default Light Modern', '.monaco-workbench.vs'],
    ['contrast', 'Default High Contrast', '.hc-black'],
    ['dark', 'Default Dark Modern', '.vs-dark'],
  ] as const;
  await turn.getByRole('button', { name: 'More Actions' }).press('Enter');
  assert.ok((await words.count()) > 4);
  for (const [theme, colours, drawn] of themes) {
    await stage.change({ 'workbench.colorTheme': colours });
    await page.locator(drawn).first().waitFor();
    await page.waitForTimeout(400); // the layout settles
    await workbench.picture(`65-actions-${theme}`);
    const { looked, found } = await violationsIn(page);
    assert.deepEqual([looked > 0, found], [true, []], theme);
  }
});
