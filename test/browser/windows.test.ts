import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import type { Workbench } from './support/workbench.ts';

/** Long enough for two windows to be driven by hand, so to speak. */
const restSeconds = 25;

let stage: BrowserStage;
let windows: readonly [Workbench, Workbench];

/** Two windows on one folder; each has asked once, so that both are awake. */
before(async () => {
  const userSettings = {
    'steadfast.circuitBreaker.failureThreshold': 1,
    'steadfast.circuitBreaker.recoverySeconds': restSeconds,
    'steadfast.circuitBreaker.maxRecoverySeconds': restSeconds,
    'steadfast.cache.enabled': false,
  };
  stage = await openBrowserStage(() => ({}), { userSettings });
  windows = [stage.workbench, await stage.openAnother()];
  for (const window of windows) {
    await window.open('invoice.ts');
    await explain(window, 1, 6);
  }
});
after(() => stage.close());

/** Asks for an explanation of one function without waiting for it. */
async function ask(window: Workbench, first: number, last: number): Promise<void> {
  await window.page.bringToFront();
  await window.focus('invoice.ts');
  await window.select(first, last);
  await window.runUntil(
    'Explain Selection',
    window.panel.getByText(`Explain invoice.ts:${first}–${last}`).last(),
    async () => {
      await window.open('invoice.ts');
      await window.select(first, last);
    },
  );
}

async function explain(window: Workbench, first: number, last: number): Promise<string> {
  await ask(window, first, last);
  await window.turn.getByRole('button', { name: 'Ask Again' }).waitFor();
  return window.turn.innerText();
}

const requestsTo = (provider: string) =>
  stage.practice.requests.filter(request => request.provider === provider).length;

test('a target that fails in one window is left alone in the other', async () => {
  const [one, other] = windows;
  stage.practice.fault('anthropic', 'server-error');
  await explain(one, 15, 17);
  stage.practice.clear();
  const text = await explain(other, 19, 24);
  await other.picture('13-other-window');
  assert.match(text, /OpenAI practice/);
  assert.equal(requestsTo('anthropic'), 0);
});

test('when the rest is over one window tries again, and the other does not', async () => {
  const [one, other] = windows;
  await new Promise(resolve => setTimeout(resolve, (restSeconds + 5) * 1_000));
  stage.practice.fault('anthropic', 'hang');
  stage.practice.clear();
  await ask(one, 26, 33);
  const text = await explain(other, 8, 12);
  assert.match(text, /OpenAI practice/);
  assert.equal(requestsTo('anthropic'), 1);
});
