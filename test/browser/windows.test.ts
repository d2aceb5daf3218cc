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
    await window.explain(1, 6);
  }
});
after(() => stage.close());

const requestsTo = (provider: string) =>
  stage.practice.requests.filter(request => request.provider === provider).length;

test('a target that fails in one window is left alone in the other', async () => {
  const [one, other] = windows;
  stage.practice.fault('anthropic', 'server-error');
  await one.explain(15, 17);
  stage.practice.clear();
  const text = await other.explain(19, 24);
  await other.picture('13-other-window');
  assert.match(text, /OpenAI practice/);
  assert.equal(requestsTo('anthropic'), 0);
});

test('when the rest is over one window tries again, and the other does not', async () => {
  const [one, other] = windows;
  await new Promise(resolve => setTimeout(resolve, (restSeconds + 5) * 1_000));
  stage.practice.fault('anthropic', 'hang');
  stage.practice.clear();
  await one.beginToExplain(26, 33);
  const text = await other.explain(8, 12);
  assert.match(text, /OpenAI practice/);
  assert.equal(requestsTo('anthropic'), 1);
});
