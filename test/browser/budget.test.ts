import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';
import type { Workbench } from './support/workbench.ts';

let stage: BrowserStage;
let windows: readonly [Workbench, Workbench];
/** Tokens that both have used, as the panels say. */
let used = 0;

/** Two windows on one workspace; each has asked once, so that both are awake. */
before(async () => {
  stage = await openBrowserStage();
  windows = [stage.workbench, await stage.openAnother()];
  for (const window of windows) {
    await window.page.bringToFront();
    await window.open('invoice.ts');
    used += tokensOf(await explain(window, [1, 6])) || used; // a window that was loaded anew gives the answer it had paid for
  }
});
after(() => stage.close());

type Lines = readonly [first: number, last: number];

/** Asks for an explanation of these lines, and gives what the panel says with where it comes from. */
async function explain(window: Workbench, [first, last]: Lines, file = 'invoice.ts'): Promise<string> {
  await window.explain(first, last, file);
  const from = window.turn.locator('details');
  await waitUntil('where it comes from', async () => ((await from.textContent()) ?? '') !== '');
  return (await from.textContent()) ?? '';
}

async function setBudget(window: Workbench, tokens: number): Promise<void> {
  await window.page.bringToFront();
  await window.run('Set Workspace Budget');
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Tokens per day' }).click();
  await window.type(String(tokens), 'Tokens per day');
}

/** What an answer says it took. */
const tokensOf = (text: string): number => {
  const [, input = '0', output = '0'] = /(\d+) input tokens(?: \(.*?\))?, (\d+) output tokens/.exec(text) ?? [];
  return Number(input) + Number(output);
};
const shows = (window: Workbench, text: RegExp) =>
  waitUntil(String(text), async () => text.test(await window.status.innerText()));
const costlyRequests = () => stage.practice.requests.filter(({ provider }) => provider !== 'local').length;

test('what one window uses is warned of in both, once much of it is used', async () => {
  const [one, other] = windows;
  assert.ok(used > 0);
  await setBudget(one, Math.round(used / 0.85));
  const warning = (window: Workbench) => window.page.getByText('Little of the budget is left').first();
  await Promise.any(windows.map(window => warning(window).waitFor())); // one of them says it for both
  await shows(one, /8\d%/);
  await one.picture('20-budget-warning');
  await shows(other, /8\d%/);
  await other.picture('21-budget-other-window');
});

test('what is left does not cover a question, so in both windows who costs nothing answers', async () => {
  stage.practice.clear();
  for (const window of windows) {
    assert.match(await explain(window, [15, 17]), /Answered by Local practice|Cached answer from Local practice/);
    await window.picture(`22-budget-degraded-${windows.indexOf(window)}`);
  }
  assert.equal(costlyRequests(), 0);
});

test('a used budget is an error in the status bar of both windows, and one question may go over it', async () => {
  const [one, other] = windows;
  await setBudget(one, 100);
  for (const window of windows) await shows(window, /Budget/);
  await other.page.bringToFront();
  await other.run('Allow One Question Over Budget');
  const text = await explain(other, [19, 24]);
  await other.picture('23-budget-over');
  assert.match(text, /Answered by Anthropic practice/);
});

test('an answer is remembered across a reload', async () => {
  const [one] = windows;
  await setBudget(one, 1_000_000);
  await one.focus('invoice.ts');
  await one.open('report.py'); // no language service that finds out more after a while
  await explain(one, [1, 6], 'report.py');
  await one.page.reload();
  await one.page.locator('.monaco-workbench .part.statusbar').waitFor();
  await one.runUntil('Show Log', one.page.locator('.output-view')); // it is awake
  for (const keys of ['Control+K', 'Control+W']) await one.page.keyboard.press(keys);
  await one.open('report.py');
  stage.practice.clear();
  const text = await explain(one, [1, 6], 'report.py');
  await one.picture('24-remembered-after-reload');
  assert.match(text, /Cached answer from Anthropic practice/);
  assert.equal(stage.practice.requests.length, 0);
});
