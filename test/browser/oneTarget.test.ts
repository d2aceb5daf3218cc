import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

// What becomes of a question when there is one target only: a wrong key, another key, or a doubt.

let stage: BrowserStage;
before(async () => {
  stage = await openBrowserStage(({ origins }) => ({
    'steadfast.targets': [
      {
        id: 'careless',
        label: 'Careless practice',
        provider: 'openai',
        model: 'practice-careless-whole-file',
        baseUrl: `${origins.openai}/v1`,
        class: 'simple',
        auth: 'bearer',
      },
    ],
    'steadfast.chain': ['careless'],
    'steadfast.confidence.onDoubt': 'disclaim',
  }));
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

/** Begins Set API Key for the practice server. */
async function beginSetKey(): Promise<void> {
  const { workbench, practice } = stage;
  await workbench.run('Set API Key…');
  await workbench.pick(new URL(practice.origins.openai).host);
}

/** The box or list that is open, once this stands in it. */
const box = (text: string) => stage.workbench.page.locator('.quick-input-widget:visible', { hasText: text });

test('a key that the server rejects is not saved, and is asked for again with the reason', async () => {
  const { workbench, practice } = stage;
  practice.fault('openai', 'unauthorized');
  await beginSetKey();
  await workbench.type('practice-key-that-is-wrong', 'API key for');
  await box('The key was not saved').waitFor();
  await workbench.picture('39-wrong-key');
  practice.heal();
  await workbench.type('practice-key-of-mine', 'The key was not saved');
  await box('Which model of').waitFor();
  await workbench.page.keyboard.press('Escape'); // the model is chosen already
  await workbench.page
    .getByText(/The API key for .* is saved/)
    .first()
    .waitFor();
});

test('a second key is added by a name, and takes over when the first one is rate-limited', async () => {
  const { workbench, practice } = stage;
  await beginSetKey();
  await workbench.pick('Add another key…');
  await workbench.type('team', 'Name of the other key');
  await box('API key “team” for').waitFor();
  await workbench.picture('40-second-key');
  await workbench.type('practice-key-of-the-team', 'API key “team” for');
  await workbench.page.getByText('The API key “team” for').first().waitFor();

  practice.clear();
  practice.fault('openai', 'rate-limit', { times: 1 });
  await workbench.focus('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type('rename gross to sum', 'lines 19–24');
  await workbench.turn.getByText('with another API key, “team”').waitFor({ state: 'attached' });
  const keys = practice.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['authorization'] ?? '');
  assert.deepEqual(keys, ['Bearer practice-key-of-mine', 'Bearer practice-key-of-the-team']);
});

test('an answer that is the whole file instead of the selection is doubted with its reason, and changes nothing', async () => {
  const { workbench } = stage;
  const notice = workbench.turn.getByRole('note');
  await notice.waitFor();
  await workbench.picture('41-whole-file');
  assert.match(await notice.innerText(), /repeats code from around the selection/);
  assert.equal(await workbench.page.locator('.monaco-diff-editor').count(), 0);
});
