import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { waitUntil } from '../support/waitUntil.ts';

let stage: BrowserStage;

before(async () => {
  stage = await openBrowserStage(({ origins }) => {
    const target = { provider: 'openai', class: 'simple', baseUrl: `${origins.openai}/v1`, auth: 'none' } as const;
    return {
      'steadfast.targets': [
        { ...target, id: 'careless', label: 'Careless practice', model: 'practice-careless-elided' },
      ],
      'steadfast.chain': ['careless'],
      'steadfast.confidence.noteInCode': true,
    };
  });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const note = '// Steadfast had doubts about this code: Parts of the code are left out';
const noted = async (): Promise<readonly string[]> =>
  (await stage.workbench.lines('invoice.ts')).filter(line => line.includes(note));

test('doubtful code that is used has its doubts above it, in the diff first and then in the file; one undo takes all of it', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type('rename gross to sum', 'lines 19–24');
  await workbench.turn.getByRole('note').waitFor();
  await workbench.turn.getByRole('button', { name: /^(?:Use Anyway|Approve)$/ }).click();
  await page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: note }).waitFor();
  await workbench.picture('66-note-in-diff');
  await workbench.run('Accept Proposed Edit');
  await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  await waitUntil('the note in the file', async () => (await noted()).length > 0);
  await workbench.picture('67-note-in-file');
  await workbench.focus('invoice.ts');
  await page.keyboard.press('Control+Z');
  await waitUntil('the file as it was', async () => (await noted()).length === 0);
  assert.ok((await workbench.lines('invoice.ts')).some(line => line.includes('const gross')));
});
