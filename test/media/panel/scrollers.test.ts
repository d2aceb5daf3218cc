import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPanelPage } from '../support/panelPage.ts';
import { turnView, viewOf } from '../support/panelViews.ts';

const { open } = withPanelPage();
const wide = `\`\`\`ts\n${'let a = 1; '.repeat(40)}\n\`\`\`\n`;
const narrow = '```ts\nlet a;\n```\n';
const table = `| ${'column '.repeat(30)} | b |\n|-|-|\n| ${'x'.repeat(300)} | 2 |\n`;

test('a block of code that does not fit can be reached by the keyboard and has a name', async () => {
  const panel = await open({ width: 500 });
  await panel.tell(viewOf([turnView({ text: wide + narrow })]));
  const named = panel.page.getByRole('group', { name: 'Code' });
  await named.waitFor();
  assert.equal(await panel.page.locator('pre[tabindex]').count(), 1);
  await named.focus();
  assert.equal(await panel.page.evaluate('document.activeElement.tagName'), 'PRE');
});

test('a table that does not fit is still a table, and has a name', async () => {
  const panel = await open({ width: 400 });
  await panel.tell(viewOf([turnView({ text: table })]));
  const named = panel.page.locator('table[aria-label="Table"]');
  await named.waitFor();
  assert.equal(await named.getAttribute('tabindex'), '0');
});

test('a block that fits again is no stop any more', async () => {
  const panel = await open({ width: 500 });
  await panel.tell(viewOf([turnView({ text: `\`\`\`ts\n${'let a = 1; '.repeat(8)}\n\`\`\`\n` })]));
  await panel.page.locator('pre[tabindex]').waitFor();
  await panel.page.setViewportSize({ width: 1600, height: 700 });
  await panel.page.locator('pre:not([tabindex])').waitFor();
  assert.equal(await panel.page.locator('pre[role]').count(), 0);
});

test('a reader within a block keeps the focus when the turn is drawn anew', async () => {
  const panel = await open({ width: 500 });
  await panel.tell(viewOf([turnView({ text: wide })]));
  await panel.page.getByRole('group', { name: 'Code' }).focus();
  await panel.tell(viewOf([turnView({ text: `${wide}\nMore.` })]));
  assert.equal(await panel.page.evaluate('document.activeElement.tagName'), 'PRE');
});

test('a block of thousands of lines is no higher than the page', async () => {
  const panel = await open({ height: 600 });
  await panel.tell(viewOf([turnView({ text: `\`\`\`ts\n${'let a;\n'.repeat(3_000)}\`\`\`\n` })]));
  const { height } = (await panel.page.locator('pre').boundingBox()) ?? { height: 0 };
  assert.ok(height > 100 && height < 600, `${height}`);
});
