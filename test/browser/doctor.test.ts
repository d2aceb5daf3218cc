import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitUntil } from './support/waitUntil.ts';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

// Check My Setup as a person uses it: the document, its links by mouse and by keyboard. In a preview VS Code lets no link to a
// command through ("disabled for security reasons", microsoft/vscode#215939), so the document is a text.

let stage: BrowserStage;
before(async () => {
  stage = await openBrowserStage();
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const report = () => stage.workbench.page.locator('.monaco-editor[data-uri^="steadfast-doctor:"]');

const lineWith = (words: string) => report().locator('.view-line', { hasText: words }).first();

/** The box or list that is open, once this stands in it. */
const box = (text: string) => stage.workbench.page.locator('.quick-input-widget:visible', { hasText: text });

test('the report opens as a text and says first what does not work, and what to do', async () => {
  const { workbench, practice } = stage;
  practice.fault('openai', 'unauthorized');
  await workbench.runUntil('Check My Setup', report());
  await lineWith('OpenAI practice) – API key').waitFor();
  await workbench.picture('61-doctor');
  practice.heal();
  assert.match(await report().innerText(), /✗/);
});

test('a link is followed by the mouse', async () => {
  const { page } = stage.workbench;
  await page.keyboard.down('Control');
  await report()
    .locator('.detected-link', { hasText: 'Check Again' })
    .first()
    .click({ modifiers: ['Control'] });
  await page.keyboard.up('Control');
  await lineWith('✗ does not work').waitFor();
  await report().locator('.view-line', { hasText: 'Problems: 0' }).waitFor();
  await stage.workbench.picture('62-doctor-well');
});

test('a link is followed by the keyboard alone: Enter on its line', async () => {
  const { workbench, practice } = stage;
  const { page } = workbench;
  practice.fault('openai', 'unauthorized');
  await lineWith('Check Again').click({ position: { x: 2, y: 5 } });
  await page.keyboard.press('Enter');
  await report().locator('.view-line', { hasText: 'Problems: 1' }).waitFor();
  await lineWith('the server asks for one').click({ position: { x: 2, y: 5 } });
  await page.keyboard.press('Enter');
  await box('What do you want to do?').waitFor();
  await workbench.picture('63-doctor-links');
  await page.keyboard.press('Escape');
  practice.heal();
});

test('it reads as well in the dark', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await page.keyboard.press('F1');
  await page
    .locator('.quick-input-widget:visible input[type=text]')
    .fill('>Preferences: Toggle between Light/Dark Themes');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Toggle between' }).first().click();
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await workbench.picture('64-doctor-dark');
  assert.equal(await lineWith('Steadfast: Check My Setup').count(), 1);
});

test('diagnostics are looked through before they are saved, by the keyboard alone', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.runUntil('Export Diagnostics', box('What did you see, and when?'));
  await page.keyboard.press('Enter');
  await box('Save Diagnostics').waitFor();
  await page.locator('.monaco-editor[data-uri^="steadfast-diagnostics:"]').waitFor();
  await workbench.picture('65-diagnostics');
  await page.keyboard.press('Enter');
  const place = page.locator('.quick-input-widget:visible input[type=text]');
  await waitUntil('a place to save to', async () => (await place.inputValue()).endsWith('.zip'));
  await workbench.picture('66-diagnostics-place');
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: 'The diagnostics are saved. Nothing was sent.' }).waitFor();
  await workbench.picture('67-diagnostics-saved');
  assert.equal(await page.locator('.notification-toast', { hasText: 'Show File' }).count(), 1);
});
