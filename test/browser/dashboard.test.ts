import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

let stage: BrowserStage;

/** Some questions, of which one target was down for two. */
before(async () => {
  stage = await openBrowserStage(() => ({
    'steadfast.budget.workspaceDailyTokens': 20_000,
    'steadfast.budget.monthlyUsd': 5,
  }));
  const { workbench, practice } = stage;
  await workbench.page.setViewportSize({ width: 1_300, height: 900 });
  await workbench.open('invoice.ts');
  await workbench.explain(1, 6);
  await workbench.explain(15, 17);
  practice.fault('anthropic', 'down');
  await workbench.explain(19, 24);
  practice.heal();
  await workbench.explain(15, 17);
});
after(() => stage.close());

/** Whichever of the webviews it is: after a reload they come in any order. */
let frame = 'last';
const dashboard = () => {
  const pages = stage.workbench.page.frameLocator('iframe.webview.ready[src*="extensionId=steadfast.steadfast"]');
  return (frame === 'last' ? pages.last() : pages.first()).frameLocator('iframe#active-frame');
};
const questions = () => dashboard().getByRole('region', { name: 'Questions', exact: true });
const summary = () => questions().locator('.summary').innerText();

async function openDashboard(): Promise<void> {
  await stage.workbench.runUntil('Open Dashboard', questions());
}

async function themed(theme: string, picture: string): Promise<void> {
  await stage.change({ 'workbench.colorTheme': theme });
  await stage.workbench.page.waitForTimeout(1_500);
  await stage.workbench.picture(picture);
}

test('the dashboard tells of the questions that were asked, and which another model answered', async () => {
  await openDashboard();
  await waitUntil('four questions', async () =>
    (await summary()).startsWith('4 questions, 1 answered by another model'),
  );
  await stage.workbench.picture('70-dashboard');
});

test('it is walked by keyboard, and turned into a table', async () => {
  const walker = questions().getByRole('slider');
  await walker.focus();
  await walker.press('Home');
  assert.match((await walker.getAttribute('aria-valuetext')) ?? '', /Anthropic practice/);
  await questions().getByRole('button', { name: 'Show as table' }).press('Enter');
  assert.equal(await questions().locator('tbody tr').count(), 4);
  await stage.workbench.picture('71-dashboard-table');
  await questions().getByRole('button', { name: 'Show as chart' }).press('Enter');
});

test('it is drawn in light and in high contrast, wide and narrow', async () => {
  const { page } = stage.workbench;
  await themed('Default Light Modern', '72-dashboard-light');
  await themed('Default High Contrast', '73-dashboard-contrast');
  await themed('Default High Contrast Light', '74-dashboard-contrast-light');
  await themed('Default Dark Modern', '75-dashboard-dark');
  await page.setViewportSize({ width: 700, height: 900 });
  await page.waitForTimeout(1_000);
  await stage.workbench.picture('76-dashboard-narrow');
  await page.setViewportSize({ width: 1_300, height: 900 });
  assert.match(await summary(), /^4 questions/);
});

// microsoft/vscode #98746, microsoft/devicescript #124: after a reload a blank page was left
test('after a reload it is there again, with what was asked before', async () => {
  await stage.workbench.page.reload();
  await stage.workbench.page.locator('iframe.webview.ready').first().waitFor(); // a busy machine takes long
  await waitUntil('the dashboard', async () => {
    frame = frame === 'last' ? 'first' : 'last';
    return questions().isVisible();
  });
  await waitUntil('four questions', async () => (await summary()).startsWith('4 questions'));
  await stage.workbench.picture('77-dashboard-reloaded');
});
