import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

let stage: BrowserStage;

before(async () => {
  // short rests, so that a circuit's whole life fits into a test
  const userSettings = {
    'steadfast.circuitBreaker.failureThreshold': 1,
    'steadfast.circuitBreaker.recoverySeconds': 5,
    'steadfast.circuitBreaker.maxRecoverySeconds': 5,
    'steadfast.cache.enabled': false,
  };
  stage = await openBrowserStage(() => ({}), { userSettings });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

test('explain streams an answer and says who gave it', async () => {
  const text = await stage.workbench.explain(15, 17);
  await stage.workbench.picture('1-explained');
  assert.match(text, /roundToCents/);
  assert.match(text, /Anthropic practice/);
});

test('a follow-up question is answered in the same panel', async () => {
  const { workbench, practice } = stage;
  await workbench.panel.getByRole('textbox').fill('What does it return?');
  await workbench.panel.getByRole('button', { name: 'Send' }).click();
  await workbench.panel.getByText('What does it return?').last().waitFor();
  await workbench.turn.getByRole('button', { name: 'Ask Again' }).waitFor();
  await workbench.picture('2-follow-up');
  assert.match(practice.requests.at(-1)?.body ?? '', /What does it return/);
});

test('an edit is a diff first; accepting it changes the file as one undo step', async () => {
  const { workbench } = stage;
  await workbench.focus('invoice.ts');
  await workbench.select(15, 17);
  await workbench.run('Edit Selection');
  await workbench.type('fix the rounding bug', 'lines 15–17');
  const diff = workbench.page.locator('.monaco-diff-editor');
  await diff.waitFor();
  await diff.getByText('Math.round').first().waitFor();
  await workbench.picture('3-diff');
  await workbench.page.getByRole('button', { name: /^Accept Proposed Edit/ }).waitFor();
  await workbench.page.keyboard.press('Control+Enter');
  await diff.waitFor({ state: 'detached' });
  await waitUntil('the new code', async () => (await workbench.lines('invoice.ts')).join('\n').includes('Math.round'));
  await workbench.picture('4-accepted');
  await workbench.focus('invoice.ts');
  await workbench.page.keyboard.press('Control+z');
  await waitUntil('the old code', async () => (await workbench.lines('invoice.ts')).join('\n').includes('Math.floor'));
  assert.equal((await workbench.lines('invoice.ts')).join('\n').includes('Math.round'), false);
});

test('stopping an answer closes the connection', async () => {
  const { workbench, practice } = stage;
  practice.fault('anthropic', 'hang');
  practice.fault('openai', 'hang');
  practice.fault('local', 'hang');
  practice.clear();
  await workbench.focus('invoice.ts');
  await workbench.select(15, 17);
  await workbench.run('Explain Selection');
  await waitUntil('a request', () => practice.requests.length > 0);
  await workbench.turn.getByRole('button', { name: 'Stop' }).click();
  await waitUntil('a closed connection', () => practice.requests[0]?.closedByClientAtMs !== undefined);
  await workbench.turn.getByText('Stopped').waitFor();
  await workbench.picture('8-stopped');
  practice.heal();
});

test('with the primary down the second target answers, and panel and status bar say so', async () => {
  const { workbench, practice } = stage;
  practice.fault('anthropic', 'down');
  const text = await stage.workbench.explain(19, 24);
  await workbench.status.getByText('Fallback').waitFor();
  await workbench.picture('5-fallback');
  assert.match(text, /Answered by OpenAI practice/);
});

test('when the primary has healed, a probe closes its circuit', async () => {
  const { workbench, practice } = stage;
  practice.heal('anthropic');
  await workbench.status.getByText('Trying next').waitFor();
  const text = await stage.workbench.explain(26, 33);
  await workbench.status.getByText('Fallback').waitFor({ state: 'detached' });
  await workbench.picture('6-healed');
  assert.match(text, /Answered by Anthropic practice/);
});

test('with all targets down the offline rules answer, and say that no model was asked', async () => {
  const { workbench, practice } = stage;
  for (const provider of ['anthropic', 'openai', 'local'] as const) practice.fault(provider, 'down');
  const text = await stage.workbench.explain(35, 37);
  await workbench.picture('7-offline');
  assert.match(text, /No model answered: this is what the editor knows/);
  assert.match(text, /formatAmount/);
  practice.heal();
});
