import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type PanelPage, textDrawn, withPanelPage } from '../support/panelPage.ts';
import { turnView, viewOf, working } from '../support/panelViews.ts';

const { open } = withPanelPage();

/** What of the page's code is coloured, by kind. */
const coloured = ({ page }: PanelPage): Promise<readonly string[]> =>
  page.evaluate(`[...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map(range =>
    name + ' ' + range.startContainer.textContent.slice(range.startOffset, range.endOffset))).sort()`);

/** Waits until so many pieces are coloured. */
async function untilColoured({ page }: PanelPage, count: number): Promise<void> {
  const coloured = '[...CSS.highlights.values()].reduce((sum, ranges) => sum + ranges.size, 0)';
  while ((await page.evaluate(coloured)) !== count) await setTimeout(20);
}

test('code of a known language has the colours of its kinds, and is one text all the same', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: '```ts\nconst a = "b"; // c\n```\n' })]));
  await untilColoured(panel, 4);
  assert.deepEqual(await coloured(panel), [
    'code-comment // c',
    'code-keyword const',
    'code-name a',
    'code-string "b"',
  ]);
  assert.equal(await panel.page.evaluate("document.querySelector('pre > code').childNodes.length"), 1);
});

test('code that left the page leaves no colours behind', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: '```ts\nlet a = 1;\n```\n' })]));
  await untilColoured(panel, 3);
  await panel.tell(viewOf([turnView({ text: '```ts\nlet b;\n```\n' })]));
  await untilColoured(panel, 2);
  assert.deepEqual(await coloured(panel), ['code-keyword let', 'code-name b']);
});

test('what streams in is coloured as it grows, and what is selected in it stays selected', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ ...working, text: '```ts\nlet a = 1;\n' })]));
  await untilColoured(panel, 3);
  await panel.page.evaluate(`(() => {
    const [node] = document.querySelector('pre > code').childNodes;
    getSelection().setBaseAndExtent(node, 4, node, 9);
  })()`);
  await panel.tell({ kind: 'append', turn: 'turn-1', text: 'let more = 2;\n' });
  await textDrawn(panel, 'more');
  await untilColoured(panel, 6);
  assert.equal(await panel.page.evaluate('getSelection().toString()'), 'a = 1');
});

test('code that its parser would take long for stays plain, and the page answers meanwhile', async () => {
  const panel = await open();
  const hostile = Array.from({ length: 650 }, () => '(((a'.repeat(15)).join('\n');
  await panel.tell(viewOf([turnView({ text: `\`\`\`ts\n${hostile}\n\`\`\`\n\n\`\`\`ts\nlet b;\n\`\`\`\n` })]));
  await untilColoured(panel, 2);
  assert.deepEqual(await coloured(panel), ['code-keyword let', 'code-name b']);
});

test('code with hidden characters stays plain: their marks move what follows', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: '```ts\nlet a\u202e = 1;\n```\n\n```ts\nlet b;\n```\n' })]));
  await untilColoured(panel, 2);
  assert.deepEqual(await coloured(panel), ['code-keyword let', 'code-name b']);
});
