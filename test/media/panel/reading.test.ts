import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PanelPage, textDrawn, withPanelPage } from '../support/panelPage.ts';
import { doubt, labels, turnView, twoBlocks, viewOf, working } from '../support/panelViews.ts';

const { open } = withPanelPage();

/** What has the focus, as a reader would name it. */
function focused({ page }: PanelPage): Promise<string> {
  return page.evaluate('document.activeElement.ariaLabel || document.activeElement.textContent');
}

test('the focus stays on its button when the answer around it is drawn anew', async () => {
  const panel = await open();
  const before = turnView({ text: twoBlocks });
  await panel.tell(viewOf([before]));
  await panel.page.getByRole('button', { name: 'Insert (2)' }).focus();
  const after = turnView({ text: `New.\n\n${twoBlocks}`, provenance: ['Answered by GPT', 'more'] });
  await panel.tell(viewOf([after, turnView({ id: 'turn-2' })]));
  assert.equal(await focused(panel), 'Insert (2)');
});

test('the focus stays on its button when the oldest turn goes', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ id: 'old' }), turnView({ id: 'new', text: twoBlocks })]));
  await panel.page.getByRole('button', { name: 'Insert (2)' }).focus();
  await panel.tell(viewOf([turnView({ id: 'new', text: twoBlocks })]));
  assert.equal(await focused(panel), 'Insert (2)');
});

test('the focus of a button that went is on its question, not on what came in its place', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView(working)]));
  await panel.page.getByRole('button', { name: 'Stop' }).press('Enter');
  await panel.tell(viewOf([turnView({ phase: 'cancelled', status: 'Stopped' })]));
  assert.equal(await focused(panel), 'Explain cart.ts:12–20');
});

test('a reader at the end follows the stream, a reader elsewhere keeps his place', async () => {
  const panel = await open({ height: 400 });
  await panel.tell(viewOf([turnView({ ...working, text: 'Line.\n\n'.repeat(40) })]));
  const scroll = 'document.documentElement.scrollTop';
  await panel.page.evaluate(`${scroll} = 100`);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: 'Line.\n\n'.repeat(20) + 'one' });
  await textDrawn(panel, 'one');
  assert.equal(await panel.page.evaluate(scroll), 100);
  await panel.page.evaluate(`${scroll} = 100_000`);
  const end: number = await panel.page.evaluate(scroll);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: '\n\nLine.'.repeat(20) + 'two' });
  await textDrawn(panel, 'two');
  assert.ok((await panel.page.evaluate<number>(scroll)) > end + 100);
});

test('a doubted answer begins with why, is inert, and is shown from its notice on', async () => {
  const panel = await open({ height: 400 });
  const text = 'See [docs](https://example.com/).\n\n' + 'Line.\n\n'.repeat(40);
  await panel.tell(viewOf([turnView({ id: 'first' }), turnView({ ...working, text })]));
  await panel.page.evaluate('document.documentElement.scrollTop = 100_000');
  await panel.tell(viewOf([turnView({ id: 'first' }), turnView({ ...doubt, text })]));
  const note = panel.page.getByRole('note', { name: 'Steadfast doubts this answer' });
  assert.equal(await panel.page.locator('h2 + div > [role=note]').count(), 1);
  assert.match(await note.innerText(), /^!\s+Steadfast doubts this answer\s+It does not parse\.\s+It is cut\.$/);
  assert.equal(await panel.page.locator('.answer button').count(), 0);
  const { y } = (await note.boundingBox()) ?? { y: -1 };
  assert.ok(y >= 0 && y < 300, `the notice stands at ${y}`);
});

test('only what happens is announced, and streamed text never is', async () => {
  const panel = await open();
  const status = panel.page.getByRole('status');
  await panel.tell(viewOf([turnView({ status: 'Done' })]));
  assert.equal(await status.textContent(), '');
  await panel.tell(viewOf([turnView({ status: 'Done' }), turnView({ id: 'b', ...working })]));
  assert.equal(await status.textContent(), 'Asking Claude…');
  await panel.tell({ kind: 'append', turn: 'b', text: 'streamed' });
  await textDrawn(panel, 'streamed');
  await panel.tell(viewOf([turnView({ status: 'Done' }), turnView({ id: 'b', ...doubt, status: 'Held back' })]));
  assert.equal(await status.textContent(), 'Steadfast doubts this answer. Held back');
  assert.equal(await panel.page.locator('[aria-live], [role=status], [role=alert], [role=log]').count(), 1);
  assert.equal(await panel.page.locator('main [role=status]').count(), 0);
});

test('everything that can be pressed has a name and can be reached by keyboard', async () => {
  const panel = await open();
  const text = `${twoBlocks}\n[docs](https://example.com/)`;
  await panel.tell(viewOf([turnView({ text, provenance: ['Answered by Claude', '300 tokens'] })]));
  const wanted = ['Copy (1)', 'Insert (1)', 'Copy (2)', 'Insert (2)', 'docs (https://example.com/)', 'Ask Again'];
  await panel.page.locator('h2').focus();
  const reached: string[] = [];
  for (let step = 0; step < 10; step += 1) {
    await panel.page.keyboard.press('Tab');
    reached.push(await focused(panel));
  }
  assert.deepEqual(reached, [...wanted, 'Answered by Claude Details', labels.add, labels.followUp, labels.send]);
});

test('opened details stay open when more becomes known', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ provenance: ['Answered by Claude', '300 tokens'] })]));
  await panel.page.getByText('Details').click();
  await panel.tell(viewOf([turnView({ provenance: ['Answered by Claude', '310 tokens'] })]));
  assert.equal(await panel.page.getByText('310 tokens').isVisible(), true);
});

test('why this model is a group with a heading, opened by keyboard, even where it is all there is to tell', async () => {
  const panel = await open();
  const why = { title: 'Why this model?', lines: ['Claude first', 'Claude: about 1 s', '<b>GPT</b>: price not known'] };
  await panel.tell(viewOf([turnView({ provenance: ['Answered by Claude'], why })]));
  await panel.page.locator('details.provenance summary').focus();
  await panel.page.keyboard.press('Enter');
  const group = panel.page.getByRole('group', { name: 'Why this model?' });
  assert.equal(await group.getByRole('heading', { level: 3 }).innerText(), 'Why this model?');
  assert.deepEqual(await group.getByRole('listitem').allInnerTexts(), why.lines.slice(1));
  assert.equal(await group.locator('p').innerText(), 'Claude first');
});

test('an empty panel and one with fifty turns on 400 pixels both fit', async () => {
  const panel = await open({ width: 400 });
  await panel.tell(viewOf([]));
  assert.equal(await panel.page.getByRole('heading', { name: 'Steadfast' }).isVisible(), true);
  const wide = `${'w'.repeat(300)}\n\n\`\`\`\n${'x'.repeat(300)}\n\`\`\`\n\n|${'h|'.repeat(30)}\n|${'-|'.repeat(30)}\n`;
  const turns = Array.from({ length: 50 }, (_, index) => turnView({ id: `t${index}`, question: wide, text: wide }));
  await panel.tell(viewOf(turns));
  assert.equal(await panel.page.locator('article').count(), 50);
  assert.equal(await panel.page.evaluate('document.documentElement.scrollWidth'), 400);
});

test('a panel that was at the end when it was hidden is at the end of what came meanwhile', async () => {
  const saved = { panel: 'panel-1', draft: '', scrollTop: 120, atEnd: true };
  const panel = await open({ height: 400, state: saved });
  await panel.tell(viewOf([turnView({ ...working, text: 'Line.\n\n'.repeat(60) })]));
  const left = 'document.documentElement.scrollHeight - document.documentElement.scrollTop - innerHeight';
  assert.ok((await panel.page.evaluate<number>(left)) < 2);
});

test('what gets the focus is not hidden behind the field, however high that is', async () => {
  const panel = await open({ height: 400 });
  await panel.tell(viewOf([turnView({ id: 'a', text: 'Line.\n\n'.repeat(30) }), turnView({ id: 'b' })]));
  const field = panel.page.getByRole('textbox');
  await field.fill('line\n'.repeat(6));
  await panel.page.evaluate('document.documentElement.scrollTop = 0');
  await panel.page.getByRole('button', { name: 'Ask Again' }).first().focus();
  const button = await panel.page.getByRole('button', { name: 'Ask Again' }).first().boundingBox();
  const form = await panel.page.getByRole('form').boundingBox();
  assert.ok(button && form && button.y + button.height <= form.y, `${button?.y} above ${form?.y}`);
});

test("VS Code's own setting for less motion stops what moves", async () => {
  const panel = await open();
  await panel.page.evaluate("document.body.classList.add('vscode-reduce-motion')");
  await panel.tell(viewOf([turnView(working)]));
  const animation = "getComputedStyle(document.querySelector('.status'), '::before').animationName";
  assert.equal(await panel.page.evaluate(animation), 'none');
});

test('what was done outside the page is told to who hears it', async () => {
  const panel = await open();
  await panel.tell({ kind: 'say', text: 'Code inserted' });
  assert.equal(await panel.page.getByRole('status').textContent(), 'Code inserted');
});

test('an answer that comes whole is shown from its beginning, one that was followed to its end', async () => {
  const panel = await open({ height: 400 });
  const text = 'Line.\n\n'.repeat(60);
  const scroll = 'document.documentElement.scrollTop';
  await panel.tell(viewOf([turnView({ ...working, text: '' })]));
  await panel.tell(viewOf([turnView({ text })]));
  const whole = await panel.page.evaluate<number>(scroll);
  await panel.tell(viewOf([turnView({ text }), turnView({ id: 'b', ...working, text: '' })]));
  await panel.tell({ kind: 'append', turn: 'b', text: `${text}the end` });
  await textDrawn(panel, 'the end');
  await panel.page.evaluate(`${scroll} = 100_000`);
  await panel.tell(viewOf([turnView({ text }), turnView({ id: 'b', text: `${text}the end` })]));
  const left = 'document.documentElement.scrollHeight - document.documentElement.scrollTop - innerHeight';
  assert.deepEqual([whole < 20, (await panel.page.evaluate<number>(left)) < 2], [true, true]);
});

test('in the line under an answer every dot stays with the word before it, and the words are whole', async () => {
  const panel = await open();
  const line = 'Answered by Claude (large) · 1.2 s · 300 tokens · not checked';
  await panel.tell(viewOf([turnView({ provenance: [line, 'more'] })]));
  const summary = panel.page.locator('.provenance summary');
  const [text, kept] = [await summary.textContent(), await summary.locator('.unbroken').allTextContents()];
  assert.deepEqual([text?.startsWith(line), kept], [true, ['(large) ·', 's ·', 'tokens ·']]);
});
