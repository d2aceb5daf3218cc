import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

// What one target alone can make good: with another key, or by taking of an answer what was asked for.

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

test('an answer that is the whole file changes the selection only', async () => {
  const { workbench } = stage;
  await workbench.page.locator('.monaco-diff-editor').waitFor();
  await workbench.turn.getByText('Who answered, and how').click();
  await workbench.picture('41-whole-file');
  await workbench.run('Accept Proposed Edit');
  await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  const lines = await workbench.lines('invoice.ts');
  await workbench.picture('42-whole-file-accepted');
  assert.equal(lines.filter(line => line.includes('export function lineTotal')).length, 1);
  assert.ok(lines.some(line => /\bsum\b/.test(line)));
});
