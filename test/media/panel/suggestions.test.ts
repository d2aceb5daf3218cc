import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { withPanelPage } from '../support/panelPage.ts';
import { labels, turnView, viewOf } from '../support/panelViews.ts';

const { open } = withPanelPage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const found = [
  { name: 'src/tax.ts', description: 'File' },
  { name: 'src/taxi.ts', description: 'File' },
];
const added = [{ id: 'a', name: '#tax.ts', tokens: '≈ 12 tokens', remove: 'Remove tax.ts, about 12 tokens' }];

/** A panel in which a name is being typed, and what may be added is known. */
async function typing(words = 'why #ta') {
  const panel = await open();
  await panel.tell(viewOf([turnView()]));
  const field = panel.page.getByRole('textbox', { name: labels.followUp });
  await field.pressSequentially(words);
  await panel.posted();
  await panel.tell({ kind: 'suggestions', typed: 'ta', found });
  const rows = panel.page.getByRole('option');
  return { ...panel, field, rows };
}

test('a name behind # is asked for with each letter', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView()]));
  await panel.posted();
  await panel.page.getByRole('textbox').pressSequentially('a #t');
  assert.deepEqual(await panel.posted(), [
    { kind: 'suggest', typed: '' },
    { kind: 'suggest', typed: 't' },
  ]);
});

// sourcegraph/cody #1549: Enter sent the question while the list was open
test('Enter takes the row that is marked, and sends nothing', async () => {
  const { field, posted } = await typing();
  await field.press('ArrowDown');
  await field.press('Enter');
  assert.deepEqual(await posted(), [{ kind: 'add', name: 'src/taxi.ts' }]);
  assert.equal(await field.inputValue(), 'why #src/taxi.ts ');
});

test('who hears the page is told which row is marked, and how many there are', async () => {
  const { page, field, rows } = await typing();
  await field.press('ArrowUp');
  const active = await field.getAttribute('aria-activedescendant');
  assert.equal(active, await rows.nth(1).getAttribute('id'));
  assert.equal(await rows.nth(1).getAttribute('aria-selected'), 'true');
  assert.match((await page.getByRole('status').textContent()) ?? '', /: 2/);
});

// tobocop2/lilbee #308: the list stood in the way and could not be left
test('Escape closes the list, and Enter then sends what was typed', async () => {
  const { field, rows, posted } = await typing();
  await field.press('Escape');
  assert.equal(await rows.count(), 0);
  await field.press('Enter');
  assert.deepEqual(await posted(), [{ kind: 'followUp', text: 'why #ta' }]);
});

test('a click takes its row, and the field keeps the focus', async () => {
  const { field, rows, posted, page } = await typing();
  await rows.nth(1).click();
  assert.deepEqual(await posted(), [{ kind: 'add', name: 'src/taxi.ts' }]);
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'TEXTAREA');
  assert.match(await field.inputValue(), /taxi/);
});

// cursor/cursor #2624: the list changed under the pointer
test('what was found for letters that have changed meanwhile is not shown', async () => {
  const { rows, tell, field } = await typing('why #tax');
  assert.equal(await rows.count(), 0);
  await field.press('Backspace');
  await tell({ kind: 'suggestions', typed: 'ta', found });
  assert.equal(await rows.count(), 2);
});

// fastrepl/anarlog #4441: what was added could not be taken away
test('what was added stands above the field, and its button takes it away', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView()], { added }));
  await panel.posted();
  assert.match(await panel.page.getByRole('list', { name: labels.added }).innerText(), /#tax\.ts\s+≈ 12 tokens/);
  await panel.page.getByRole('button', { name: 'Remove tax.ts, about 12 tokens' }).click();
  assert.deepEqual(await panel.posted(), [{ kind: 'removeAdded', id: 'a' }]);
});

test('the button beside the field asks what to add', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView()]));
  await panel.posted();
  await panel.page.getByRole('button', { name: labels.add }).click();
  assert.deepEqual(await panel.posted(), [{ kind: 'add', name: '' }]);
});

test('a name that is HTML stays text', async () => {
  const { tell, page, violations } = await typing();
  await tell({ kind: 'suggestions', typed: 'ta', found: [{ name: '<img src=x>', description: '<b>' }] });
  assert.equal(await page.locator('.suggestions img, .suggestions b').count(), 0);
  assert.deepEqual(await violations(), []);
});

test('a checker of accessibility finds nothing while the list is open and something is added', async () => {
  const { page, tell } = await typing();
  await tell(viewOf([turnView()], { added }));
  await tell({ kind: 'suggestions', typed: 'ta', found });
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`),
    [],
  );
});
