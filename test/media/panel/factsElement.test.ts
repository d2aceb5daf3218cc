import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPanelPage } from '../support/panelPage.ts';
import { doubt, flipped, turnView, viewOf, working } from '../support/panelViews.ts';

const { open } = withPanelPage();

// https://github.com/microsoft/monaco-editor/issues/445: what a diff changes is not told to who hears it
test('what an answer changes stands under a heading of its own, each with its line, and is announced', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, text: '' })]));
  await panel.tell(viewOf([turnView({ ...flipped, status: 'Answered' })]));
  const facts = panel.page.getByRole('group', { name: 'What this answer changes' });
  assert.equal(await facts.getByRole('heading').innerText(), 'What this answer changes');
  assert.deepEqual(await facts.getByRole('listitem').allInnerTexts(), [
    'total is gone.',
    '< became <=. (line 1)',
    '1 became 2. (line 3)',
  ]);
  assert.equal(
    await panel.page.getByRole('status').innerText(),
    'What this answer changes: total is gone. < became <=. (line 1) 1 became 2. (line 3). Answered',
  );
});

test('a fact that belongs to a line leads there, and says no line of its own', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ id: 't2', ...flipped })]));
  await panel.posted();
  assert.equal(await panel.page.locator('.facts button').count(), 2);
  await panel.page.getByRole('button', { name: '1 became 2. (line 3)' }).press('Enter');
  assert.deepEqual(await panel.posted(), [{ kind: 'fact', turn: 't2', fact: 2 }]);
});

test('in a doubted answer they stand apart from the doubts, and below the lines that they are about', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...doubt, ...flipped })]));
  assert.equal(await panel.page.getByRole('note').getByText('became').count(), 0);
  assert.deepEqual(
    (await panel.page.locator('pre').innerText()).split('\n').filter(line => line.trim() !== ''),
    ['if (a <= b) {', '< became <=.', '  run(2);', '1 became 2.', '}'],
  );
  const pieces = await panel.page.locator('pre > code').allTextContents();
  assert.equal(pieces.join(''), 'if (a <= b) {\n\n  run(2);\n}');
});

test('no line of the code is lost beside them, and none is told of in another block', async () => {
  const panel = await open();
  const height = async (): Promise<number> => panel.page.evaluate("document.querySelector('pre').clientHeight");
  await panel.tell(viewOf([turnView({ text: flipped.text ?? '' })]));
  const bare = await height();
  await panel.tell(viewOf([turnView(flipped)]));
  const notes: number = await panel.page.evaluate(
    "[...document.querySelectorAll('.line-note')].reduce((sum, each) => sum + each.getBoundingClientRect().height, 0)",
  );
  assert.ok(Math.abs((await height()) - bare - notes) <= 2);
  const { block: _, ...placeless } = flipped.facts ?? { title: '', facts: [] };
  await panel.tell(viewOf([turnView({ ...flipped, facts: placeless })]));
  assert.equal(await panel.page.locator('.line-note').count(), 0);
});
