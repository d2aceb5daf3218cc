import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions } from '../../src/shared/protocol.ts';
import { textDrawn, withPanelPage } from './support/panelPage.ts';
import { doubt, labels, turnView, twoBlocks, viewOf, working } from './support/panelViews.ts';

const { open } = withPanelPage();

test('the panel says that it is ready and keeps its id for the next time', async () => {
  const panel = await open();
  assert.deepEqual(await panel.posted(), [{ kind: 'ready' }]);
  assert.deepEqual(await panel.state(), { panel: 'panel-1', drafts: {}, draft: '', scrollTop: 0, atEnd: false });
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
  assert.deepEqual(await panel.state(), { panel: 'panel-1', drafts: {}, draft: 'next', scrollTop: 0, atEnd: true });
});

test('a panel that comes back has its draft and its place again', async () => {
  const panel = await open({ state: { panel: 'panel-1', draft: 'half a ques', scrollTop: 300 } });
  await panel.tell(viewOf([turnView({ text: 'Line.\n\n'.repeat(100) })]));
  assert.equal(await panel.page.getByRole('textbox').inputValue(), 'half a ques');
  assert.equal(await panel.page.evaluate('document.documentElement.scrollTop'), 300);
});

test('streamed text is appended to its turn, marked as not checked', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, text: '' })]));
  assert.equal(await panel.page.getByText(labels.notYetChecked).count(), 0);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: 'It **adds' });
  await panel.tell({ kind: 'append', turn: 'nobody', text: 'lost' });
  await panel.tell({ kind: 'append', turn: 'turn-1', text: ' up**.' });
  await textDrawn(panel, 'It adds up.');
  assert.equal(await panel.page.locator('.turn > .answer').innerHTML(), '<p>It <strong>adds up</strong>.</p>');
  assert.equal(await panel.page.getByText(labels.notYetChecked).count(), 1);
  await panel.tell(viewOf([turnView({ text: 'It **adds up**.' })]));
  assert.equal(await panel.page.getByText(labels.notYetChecked).count(), 0);
});

test('an answer that starts again from another target replaces what was streamed', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, text: 'From the first.\n\nAnd more.\n\nAnd' })]));
  const partials = [{ label: 'Claude, cut off', text: 'From the first.' }];
  await panel.tell(viewOf([turnView({ ...working, text: 'Second', partials })]));
  await panel.tell({ kind: 'append', turn: 'turn-1', text: ' thoughts' });
  await textDrawn(panel, 'Second thoughts');
  assert.equal(await panel.page.locator('.turn > .answer').innerText(), 'Second thoughts');
  const partial = panel.page.getByRole('group', { name: 'Claude, cut off' });
  assert.match(await partial.innerText(), /Claude, cut off\s+From the first\./);
});

test('a title that is HTML stays text', async () => {
  const title = `"></title></script><img src=x onerror="alert(1)"><script>alert(2)</script>`;
  const panel = await open({ title });
  assert.equal(await panel.page.title(), title);
  assert.deepEqual([await panel.page.locator('img').count(), await panel.page.locator('script').count()], [0, 2]);
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

test('how long a turn has waited stands behind its status, is not announced, and goes when the turn ends', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, status: 'Asking Claude…' })]));
  const announced = await panel.page.getByRole('status').innerText();
  await panel.tell({ kind: 'waiting', turn: 'turn-1', text: '7 s · GPT is asked in 5 s' });
  assert.equal(await panel.page.locator('.status').innerText(), 'Asking Claude… · 7 s · GPT is asked in 5 s');
  assert.equal(await panel.page.getByRole('status').innerText(), announced);
  await panel.tell(viewOf([turnView({ status: 'Answered' })]));
  assert.equal(await panel.page.locator('.status').innerText(), 'Answered');
});

test('how far two answers agree stands in a note of its own, as plain text, and is announced with its first line', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, status: 'Asking GPT…' })]));
  const comparison = {
    title: 'Second opinion: Claude and GPT compared',
    lines: ['They differ in 4 of 12 lines.', '<b>x</b>'],
  };
  await panel.tell(viewOf([turnView({ status: 'Answered', comparison })]));
  const note = panel.page.getByRole('note', { name: comparison.title });
  assert.deepEqual(await note.locator('li').allInnerTexts(), comparison.lines);
  assert.equal(
    await panel.page.getByRole('status').innerText(),
    'Second opinion: Claude and GPT compared: They differ in 4 of 12 lines. Answered',
  );
});
