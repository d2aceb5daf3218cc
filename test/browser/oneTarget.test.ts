import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

// What becomes of a question when there is one target only: another key, or a doubt.

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
  }));
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

/** Goes through Set API Key for the practice server: what is picked and typed after the server was chosen. */
async function setKey(...steps: readonly (readonly ['picks' | 'types', what: string, title: string])[]): Promise<void> {
  const { workbench, practice } = stage;
  await workbench.run('Set API Key…');
  await workbench.pick(new URL(practice.origins.openai).host);
  for (const [does, what, title] of steps)
    await (does === 'picks' ? workbench.pick(what) : workbench.type(what, title));
}

test('a second key is added by a name, and takes over when the first one is rate-limited', async () => {
  const { workbench, practice } = stage;
  await setKey(['types', 'practice-key-of-mine', 'API key for']);
  await workbench.page.keyboard.press('Escape'); // the model is chosen already
  await setKey(['picks', 'Add another key…', ''], ['types', 'team', 'Name of the other key']);
  await workbench.page.locator('.quick-input-widget:visible', { hasText: 'API key “team” for' }).waitFor();
  await workbench.picture('40-second-key');
  await workbench.type('practice-key-of-the-team', 'API key “team” for');
  await workbench.page.getByText('The API key “team” for').first().waitFor();

  practice.fault('openai', 'rate-limit', { times: 1 });
  await workbench.focus('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type('rename gross to sum', 'Edit this code');
  await workbench.turn.getByText('asked with another API key, “team”').waitFor({ state: 'attached' });
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
  assert.match(await notice.innerText(), /repeats code that stands around the selection/);
  assert.equal(await workbench.page.locator('.monaco-diff-editor').count(), 0);
});
