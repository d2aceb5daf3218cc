import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions, type TurnView } from '../../src/shared/protocol.ts';
import { type PanelPage, withPanelPage } from './support/panelPage.ts';
import { labels, turnView, viewOf } from './support/panelViews.ts';

const { open } = withPanelPage();
const twoBlocks = 'Words.\n\n```ts\nlet a = 1;\n```\n\n- in a list\n\n  ```py\n  b = 2\n  ```\n';
const working: Partial<TurnView> = {
  phase: 'working',
  status: 'Asking Claude…',
  code: 'withheld',
  provenance: [],
  actions: [{ action: 'stop', label: 'Stop', primary: false }],
};
const doubt: Partial<TurnView> = {
  code: 'withheld',
  notice: { kind: 'disclaimer', title: 'Steadfast doubts this answer', lines: ['It does not parse.', 'It is cut.'] },
};

/** What has the focus, as a reader would name it. */
function focused({ page }: PanelPage): Promise<string> {
  return page.evaluate('document.activeElement.ariaLabel || document.activeElement.textContent');
}

/** Waits until the page shows what was streamed. */
async function drawnText({ page }: PanelPage, text: string): Promise<void> {
  await page.locator('.turn > .answer', { hasText: text }).waitFor();
}

test('the panel says that it is ready and keeps its id for the next time', async () => {
  const panel = await open();
  assert.deepEqual(await panel.posted(), [{ kind: 'ready' }]);
  assert.deepEqual(await panel.state(), { panel: 'panel-1', draft: '', scrollTop: 0 });
});

test('every action is a button that posts itself and its turn', async () => {
  const panel = await open();
  const buttons = actions.map(action => ({ action, label: `Do ${action}`, primary: action === 'askStronger' }));
  await panel.tell(viewOf([turnView({ id: 'other' }), turnView({ id: 't2', actions: buttons })]));
  await panel.posted();
  for (const { label } of buttons) await panel.page.getByRole('button', { name: label, exact: true }).click();
  assert.deepEqual(
    await panel.posted(),
    actions.map(action => ({ kind: 'action', action, turn: 't2' })),
  );
});

test('offered code blocks post which block of which turn is to be copied or inserted', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: twoBlocks })]));
  await panel.posted();
  await panel.page.getByRole('button', { name: 'Copy (2)' }).click();
  await panel.page.getByRole('button', { name: 'Insert (1)' }).press('Enter');
  assert.deepEqual(await panel.posted(), [
    { kind: 'code', use: 'copy', turn: 'turn-1', block: 1 },
    { kind: 'code', use: 'insert', turn: 'turn-1', block: 0 },
  ]);
  assert.equal(await panel.page.getByRole('status').innerText(), 'Copied');
});

for (const [why, given] of [
  ['withheld', { code: 'withheld' }],
  ['still being written', { ...working, code: 'offered' }],
  ['doubted', { ...doubt, code: 'offered' }],
] as const) {
  test(`code that is ${why} has no buttons`, async () => {
    const panel = await open();
    await panel.tell(viewOf([turnView({ text: twoBlocks, ...given })]));
    assert.equal(await panel.page.locator('.answer button').count(), 0);
    assert.equal(await panel.page.locator('.answer pre').count(), 2);
  });
}

test('a block that the extension would count otherwise has no buttons', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: '    indented\n\n```ts\nlet a;\n```\n\n```ts\nnever closed' })]));
  const names = await panel.page.evaluate(
    "[...document.querySelectorAll('.answer button')].map(each => each.ariaLabel)",
  );
  assert.deepEqual(names, ['Copy (1)', 'Insert (1)']);
});

test('Enter sends the follow-up, Shift and Enter makes a new line', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView()]));
  await panel.posted();
  const field = panel.page.getByRole('textbox', { name: labels.followUp });
  await field.pressSequentially('why');
  await field.press('Shift+Enter');
  await field.pressSequentially('so?');
  await field.press('Enter');
  assert.deepEqual(await panel.posted(), [{ kind: 'followUp', text: 'why\nso?' }]);
  assert.equal(await field.inputValue(), '');
});

test('while nothing may be asked the next question can be written, and is kept', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView(working)], { canAsk: false }));
  await panel.posted();
  const field = panel.page.getByRole('textbox');
  await field.fill('next');
  await field.press('Enter');
  await panel.page.getByRole('button', { name: 'Send' }).click({ force: true });
  assert.deepEqual(await panel.posted(), []);
  assert.equal(await field.inputValue(), 'next');
  assert.deepEqual(await panel.state(), { panel: 'panel-1', draft: 'next', scrollTop: 0 });
});

test('a panel that comes back has its draft and its place again', async () => {
  const panel = await open({ state: { panel: 'panel-1', draft: 'half a ques', scrollTop: 300 } });
  await panel.tell(viewOf([turnView({ text: 'Line.\n\n'.repeat(100) })]));
  assert.equal(await panel.page.getByRole('textbox').inputValue(), 'half a ques');
  assert.equal(await panel.page.evaluate('document.documentElement.scrollTop'), 300);
});

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

test('streamed text is appended to its turn, marked as not yet checked', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, text: '' })]));
  assert.equal(await panel.page.getByText(labels.notYetChecked).count(), 0);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: 'It **adds' });
  await panel.tell({ kind: 'append', turn: 'nobody', text: 'lost' });
  await panel.tell({ kind: 'append', turn: 'turn-1', text: ' up**.' });
  await drawnText(panel, 'It adds up.');
  assert.equal(await panel.page.locator('.turn > .answer').innerHTML(), '<p>It <strong>adds up</strong>.</p>');
  assert.equal(await panel.page.getByText(labels.notYetChecked).count(), 1);
});

test('an answer that starts again from another target replaces what was streamed', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, text: 'From the first.\n\nAnd more.\n\nAnd' })]));
  const partials = [{ label: 'Claude, cut off', text: 'From the first.' }];
  await panel.tell(viewOf([turnView({ ...working, text: 'Second', partials })]));
  await panel.tell({ kind: 'append', turn: 'turn-1', text: ' thoughts' });
  await drawnText(panel, 'Second thoughts');
  assert.equal(await panel.page.locator('.turn > .answer').innerText(), 'Second thoughts');
  const partial = panel.page.getByRole('group', { name: 'Claude, cut off' });
  assert.match(await partial.innerText(), /Claude, cut off\s+From the first\./);
});

test('a reader at the end follows the stream, a reader elsewhere keeps his place', async () => {
  const panel = await open({ height: 400 });
  await panel.tell(viewOf([turnView({ ...working, text: 'Line.\n\n'.repeat(40) })]));
  const scroll = 'document.documentElement.scrollTop';
  await panel.page.evaluate(`${scroll} = 100`);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: 'Line.\n\n'.repeat(20) + 'one' });
  await drawnText(panel, 'one');
  assert.equal(await panel.page.evaluate(scroll), 100);
  await panel.page.evaluate(`${scroll} = 100_000`);
  const end: number = await panel.page.evaluate(scroll);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: '\n\nLine.'.repeat(20) + 'two' });
  await drawnText(panel, 'two');
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
  await drawnText(panel, 'streamed');
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
  for (let step = 0; step < 9; step += 1) {
    await panel.page.keyboard.press('Tab');
    reached.push(await focused(panel));
  }
  assert.deepEqual(reached, [...wanted, 'Answered by Claude Details', labels.followUp, labels.send]);
});

test('opened details stay open when more becomes known', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ provenance: ['Answered by Claude', '300 tokens'] })]));
  await panel.page.getByText('Details').click();
  await panel.tell(viewOf([turnView({ provenance: ['Answered by Claude', '310 tokens'] })]));
  assert.equal(await panel.page.getByText('310 tokens').isVisible(), true);
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

test('a title that is HTML stays text', async () => {
  const title = `"></title></script><img src=x onerror="alert(1)"><script>alert(2)</script>`;
  const panel = await open({ title });
  assert.equal(await panel.page.title(), title);
  assert.deepEqual([await panel.page.locator('img').count(), await panel.page.locator('script').count()], [0, 1]);
  assert.deepEqual([panel.requests, await panel.violations()], [[], []]);
});

test('a message that is not of the protocol changes nothing', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView()]));
  const before = await panel.page.locator('main').innerHTML();
  for (const message of [
    null,
    7,
    'view',
    {},
    { kind: 'view' },
    { kind: 'view', view: { turns: 1 } },
    { kind: 'run' },
  ]) {
    await panel.page.evaluate(`standIn.tell(${JSON.stringify(message)})`);
  }
  assert.equal(await panel.page.locator('main').innerHTML(), before);
  assert.deepEqual(await panel.violations(), []);
});
