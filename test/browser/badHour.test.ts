import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { practiceSettings } from '../../practice/settings.ts';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { layEarlierDays } from './support/earlierDays.ts';
import { violationsIn } from './support/violationsIn.ts';
import { waitUntil } from './support/waitUntil.ts';

// One bad hour, as its user sees it: the status bar, its tooltip and menu, the views, the alerts with their evidence, and the log.

let stage: BrowserStage;
let asked = 0;

before(async () => {
  const userSettings = {
    'steadfast.circuitBreaker.failureThreshold': 1,
    'steadfast.circuitBreaker.recoverySeconds': 120,
    'steadfast.circuitBreaker.maxRecoverySeconds': 120,
    'steadfast.retry.maxRetries': 0,
    'steadfast.cache.enabled': false,
  };
  stage = await openBrowserStage(
    practice => {
      const old = {
        ...{ id: 'old', provider: 'anthropic', model: 'claude-3-opus-20240229', label: 'Old Opus', auth: 'api-key' },
      };
      const { 'steadfast.targets': targets, 'steadfast.chain': chain } = practiceSettings(practice);
      return { 'steadfast.targets': [...targets, old], 'steadfast.chain': [...chain, 'old'] };
    },
    { userSettings },
  );
  await layEarlierDays(stage.storageFolder, { target: 'practice-anthropic', firstTokenMs: 120 });
  const { page } = stage.workbench;
  await page.setViewportSize({ width: 1_400, height: 900 });
  await stage.workbench.open('invoice.ts');
  await stage.workbench.showViews();
});
after(() => stage.close());

const places = [
  [15, 17],
  [19, 24],
  [26, 33],
  [35, 37],
] as const;

/** Explains one of the file's functions, each time another one, and waits for the end. */
async function explain(times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const [first, last] = places[asked % places.length] ?? assert.fail();
    asked += 1;
    await stage.workbench.explain(first, last);
  }
}

async function tooltip(): Promise<string> {
  const { page, status } = stage.workbench;
  await page.mouse.move(600, 300);
  await status.hover();
  const shown = page.locator('.monaco-hover:visible', { hasText: 'Show Menu' });
  await shown.waitFor({ timeout: 3_000 }).catch(() => undefined); // drawn anew, it goes: looked at again by who waits
  return (await shown.isVisible()) ? shown.innerText() : '';
}

/** A line of the view Models or Usage, with what stands beside it. */
async function viewLine(text: string): Promise<string> {
  const { page } = stage.workbench;
  const views = page.locator('.pane').filter({ has: page.locator('.pane-header h3', { hasText: /^(Models|Usage)$/ }) });
  const words = await views.locator('.monaco-list-row', { hasText: text }).first().textContent({ timeout: 5_000 });
  return (words ?? '').replaceAll('\u00A0', ' ');
}

/** What the menu says beside a model. */
async function menuLine(label: string): Promise<string> {
  const { page, status } = stage.workbench;
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  await status.click();
  await page.locator('.quick-input-widget:visible input[type=text]').fill(label);
  const words = (await row.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Escape');
  return words;
}

async function says(what: string, look: () => Promise<string>, words: RegExp): Promise<void> {
  let last = '';
  await waitUntil(`${what} to say ${words}`, async () => words.test((last = await look()))).catch((error: unknown) => {
    throw new Error(`${what} says ${JSON.stringify(last)}, not ${words}`, { cause: error });
  });
  assert.match(last, words);
}

const statusText = () => stage.workbench.status.innerText();
const label = async () =>
  (await stage.workbench.status.locator('[aria-label]').first().getAttribute('aria-label')) ?? '';
const notifications = async () =>
  (await stage.workbench.page.locator('.notification-list-item-message').allInnerTexts()).join(' | ');

/** The extension's own log of this window. */
async function log(): Promise<string> {
  const entries = await readdir(stage.logsFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter(({ name }) => name === 'Steadfast.log');
  return (await Promise.all(files.map(each => readFile(path.join(each.parentPath, each.name), 'utf8')))).join('\n');
}

const models = async (): Promise<void> => {
  const row = stage.workbench.page.locator('.pane .monaco-list-row', { hasText: 'Anthropic practice' });
  if (!(await row.first().isVisible())) await stage.workbench.run('Focus on Models View');
};

/** The number at the icon of Steadfast: what its views have to be looked after for. */
const badge = async (): Promise<string> =>
  (
    await stage.workbench.page
      .locator('.activitybar .action-item', { hasText: /./ })
      .locator('.badge-content')
      .allInnerTexts()
  )
    .join(' ')
    .trim();

const themes = [
  ['light', 'Default Light Modern'],
  ['contrast', 'Default High Contrast'],
  ['dark', 'Default Dark Modern'],
] as const;

/** In three themes, wide and narrow; a checker of accessibility finds nothing in any of them. */
async function pictures(name: string, look: () => Promise<unknown>): Promise<void> {
  const { page } = stage.workbench;
  for (const [theme, colours] of themes) {
    await stage.change({ 'workbench.colorTheme': colours });
    await page
      .locator(theme === 'light' ? '.monaco-workbench.vs' : theme === 'dark' ? '.vs-dark' : '.hc-black')
      .first()
      .waitFor();
    for (const width of [800, 1_400]) {
      await page.setViewportSize({ width, height: 900 });
      await look();
      await page.waitForTimeout(400); // the layout settles
      await stage.workbench.picture(`${name}-${theme}-${width}`);
      const { looked, found } = await violationsIn(page);
      assert.ok(looked > 0);
      assert.deepEqual(found, [], `${name}, ${theme}, ${width} wide`);
    }
  }
}

test('all is well', async () => {
  await explain();
  await says('the status bar', statusText, /Anthropic/);
  await says('the tooltip', tooltip, /Anthropic practice answers next; 3 models are ready/);
  await models();
  await says('Models', () => viewLine('Old Opus'), /no API key · retired by its provider; successor: claude-opus-4-8/);
  await says('the tooltip', tooltip, /Old Opus: retired by its provider; successor: claude-opus-4-8/);
  await says('the tooltip', tooltip, /tokens today; .*\$[\d.]+ today; \$[\d.]+ this month/);
  assert.equal(await notifications(), '');
});

test('the first choice is down', async () => {
  stage.practice.fault('anthropic', 'server-error');
  await explain(2);
  await says('the status bar', statusText, /Fallback: OpenAI|Trying next/); // it rests for three seconds at first
  await says('the label', label, /OpenAI practice answered instead of Anthropic practice/);
  await says(
    'the menu',
    () => menuLine('Anthropic practice'),
    /paused after failures, next try in|tried with the next question/,
  );
  await says('Models', () => viewLine('Anthropic practice'), /first choice · (?:paused after failures|tried with)/);
  await says('the badge', badge, /^1$/);
  await says('the log', log, /practice-anthropic.*server/);
  await stage.workbench.picture('120-outage');
});

test('the second one is at its rate limit', async () => {
  stage.practice.fault('openai', 'rate-limit', { retryAfterSeconds: 3 });
  await explain();
  await says('the status bar', statusText, /Fallback: Local|Trying next/);
  await says('the tooltip', tooltip, /Passed over: Anthropic practice \(.*\), OpenAI practice \(rate limit\)/);
  await says('Models', () => viewLine('OpenAI practice'), /no\. 2 · (?:rate limit|ready|tried)/);
  await stage.workbench.picture('121-rate-limit');
});

test('its credit is used up, and most answers come from another model', async () => {
  stage.practice.fault('openai', 'quota');
  await stage.workbench.run('Retry a Model');
  await stage.workbench.pick('OpenAI practice');
  await explain();
  await says('a notification', notifications, /No credit left at OpenAI practice/);
  await says('the menu', () => menuLine('OpenAI practice'), /no credit/);
  await says('the badge', badge, /^2$/);
  await explain(3);
  await says('a notification', notifications, /88% of the answers came from another model than your first choice/);
  await says('the log', log, /alert fallbacks raised/);
  await stage.workbench.picture('122-alert');
  await pictures('122-quota', tooltip);
});

const questions = () =>
  stage.workbench.page
    .frameLocator('iframe.webview.ready[src*="extensionId=steadfast.steadfast"]')
    .last()
    .frameLocator('iframe#active-frame')
    .getByRole('region', { name: 'Questions', exact: true });

test('its evidence is the dashboard of the time that it speaks of', async () => {
  await press('Show Evidence', 'first choice');
  await questions().waitFor();
  await says(
    'the dashboard',
    () => questions().locator('.summary').innerText(),
    /(?:8|9) questions, 7 answered by another model/, // a window that was loaded anew has asked twice
  );
  await pictures('123-evidence', () => questions().waitFor());
  await stage.workbench.page.keyboard.press('Control+W');
});

test('all is well again', async () => {
  stage.practice.heal();
  for (const name of ['Anthropic practice', 'OpenAI practice']) {
    await stage.workbench.run('Retry a Model');
    await stage.workbench.pick(name);
  }
  await explain();
  await says('the status bar', statusText, /^\s*Anthropic/);
  await says('the badge', badge, /^$/);
  await says('Usage', () => viewLine('Answered by a fallback'), /7 of (?:9 \(78%\)|10 \(70%\))/);
});

test('the first choice is slow', async () => {
  stage.practice.fault('anthropic', 'slow', { firstTokenMs: 4_300, chunkMs: 5 });
  await explain(4);
  await says(
    'the tooltip',
    tooltip,
    /Anthropic practice: slower than usual: first words after 4\.\d s, usually 0\.1 s/,
  );
  await says('Models', () => viewLine('Anthropic practice'), /first choice · ready · slower than usual/);
  await says('a notification', notifications, /Anthropic practice now takes 4\.\d s to start an answer/);
  await stage.workbench.picture('124-slow');
  await press('Don’t Show Again', 'to start an answer');
  await says('the log', log, /alert slow raised value=4\d+ practice-anthropic/);
});

async function press(button: string, words: string): Promise<void> {
  const { page } = stage.workbench;
  await page.mouse.move(600, 300); // the tooltip would stand before it
  const bell = page.locator('[id="status.notifications"]');
  const all = page.locator('.notifications-center.visible');
  if (!(await all.isVisible())) await bell.click();
  const item = all.locator('.notification-list-item', { hasText: words });
  await item.getByRole('button', { name: button }).click();
  await item.waitFor({ state: 'detached' });
  if (await all.isVisible()) await bell.click();
}
