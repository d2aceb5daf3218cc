import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';
import { waitUntil } from './support/waitUntil.ts';

// How the panel tells that somebody else was asked, and how a person has somebody else asked.

let stage: BrowserStage;
before(async () => {
  stage = await openBrowserStage();
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());
beforeEach(() => {
  stage.practice.heal();
  stage.practice.clear();
});

/** The last turn of the panel, as it is read once this stands in it. */
async function readsOnce(wanted: string): Promise<string> {
  const { turn } = stage.workbench;
  await turn.getByText(wanted).first().waitFor();
  await turn.getByText('Details', { exact: true }).click();
  return turn.innerText();
}

const answeredBySecond = 'Answered by OpenAI practice';

test('a model that is missing at the first provider is answered for by the second, and the panel says why', async () => {
  stage.practice.fault('anthropic', 'no-model');
  await stage.workbench.beginToExplain(15, 17);
  const text = await readsOnce(answeredBySecond);
  await stage.workbench.picture('30-no-model');
  assert.match(text, /model not available/);
});

test('thinking that used up the answer is told, and another target answers', async () => {
  stage.practice.fault('anthropic', 'thought-out');
  await stage.workbench.beginToExplain(19, 24);
  const text = await readsOnce(answeredBySecond);
  await stage.workbench.picture('31-thought-out');
  assert.match(text, /Anthropic practice: output limit reached before an answer/);
  const allowances = stage.practice.requests.map(({ body }) => Number(/"max_tokens":(\d+)/.exec(body)?.[1] ?? 0));
  assert.ok((allowances[1] ?? 0) > (allowances[0] ?? 0), allowances.join());
});

test('a refusal is shown as one, and another target can be asked with its button', async () => {
  const { workbench, practice } = stage;
  practice.fault('anthropic', 'refusal');
  await stage.workbench.beginToExplain(26, 33);
  await workbench.turn.getByText('The provider declined to answer').waitFor();
  await workbench.picture('32-refused');
  assert.deepEqual(
    practice.requests.filter(({ method }) => method === 'POST').map(({ provider }) => provider),
    ['anthropic'],
  );
  await workbench.turn.getByRole('button', { name: 'Try Another Model' }).click();
  await readsOnce(answeredBySecond);
  await workbench.picture('33-refused-elsewhere');
});

test('a target that says nothing can be passed over at once', async () => {
  const { workbench, practice } = stage;
  practice.fault('anthropic', 'hang');
  await stage.workbench.beginToExplain(35, 37);
  await waitUntil('a request', () => practice.requests.length > 0);
  const button = workbench.turn.getByRole('button', { name: 'Ask Next Model Now' });
  await button.waitFor();
  await workbench.picture('34-waiting');
  await button.click();
  const text = await readsOnce(answeredBySecond);
  await workbench.picture('35-passed-over');
  assert.match(text, /you asked the next model/);
  assert.notEqual(practice.requests[0]?.closedByClientAtMs, undefined);
});
