import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PanelPage, withPanelPage } from '../support/panelPage.ts';
import { turnView, viewOf } from '../support/panelViews.ts';

const { open } = withPanelPage();

async function threeTurns(): Promise<PanelPage> {
  const panel = await open();
  const turns = ['one', 'two', 'three'].map(question => turnView({ id: question, question }));
  await panel.tell(viewOf(turns));
  return panel;
}

const focused = ({ page }: PanelPage): Promise<string> =>
  page.evaluate('document.activeElement.textContent || document.activeElement.placeholder');

test('Alt and arrow down goes from question to question and into the field', async () => {
  const panel = await threeTurns();
  const seen: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await panel.page.keyboard.press('Alt+ArrowDown');
    seen.push(await focused(panel));
  }
  assert.deepEqual(seen, ['one', 'two', 'three', 'Ask a follow-up question']);
});

test('Alt and arrow up goes from the field to the last question, and stays at the first', async () => {
  const panel = await threeTurns();
  await panel.page.getByRole('textbox').focus();
  const seen: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await panel.page.keyboard.press('Alt+ArrowUp');
    seen.push(await focused(panel));
  }
  assert.deepEqual(seen, ['three', 'two', 'one', 'one']);
});

test('an arrow alone is left to the page', async () => {
  const panel = await threeTurns();
  await panel.page.getByRole('textbox').focus();
  await panel.page.keyboard.press('ArrowUp');
  assert.equal(await focused(panel), 'Ask a follow-up question');
});
