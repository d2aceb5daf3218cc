import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { violationsIn } from '../support/violationsIn.ts';

let stage: BrowserStage;

/** A workspace with two tasks in its tasks.json, as a person writes it. */
before(async () => {
  stage = await openBrowserStage(({ origins }) => ({
    'steadfast.targets': [
      { ...{ provider: 'openai', class: 'simple', auth: 'none', id: 'practice' }, label: 'Practice model' },
    ].map(target => ({ ...target, baseUrl: `${origins.openai}/v1`, model: 'practice-small' })),
    'steadfast.chain': ['practice'],
    'files.autoSave': 'off', // so that the edit has to be saved
    'steadfast.routing.strategy': 'ordered',
  }));
  const task = (label: string, command: string) => ({
    label,
    type: 'shell',
    command,
    group: 'test',
    problemMatcher: [],
  });
  const tasks = { version: '2.0.0', tasks: [task('check types', 'exit 0'), task('check money', 'exit 3')] };
  await mkdir(path.join(stage.workspace, '.vscode'), { recursive: true });
  await writeFile(path.join(stage.workspace, '.vscode/tasks.json'), JSON.stringify(tasks));
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const details = () => stage.workbench.turn.locator('.provenance');

/** Runs this task to check the edit that was accepted last. */
async function check(task: string): Promise<void> {
  const { workbench } = stage;
  await workbench.run('Check by Running');
  await workbench.pick(task);
}

test('an accepted edit is checked by a task of the workspace, and its answer says by which', async () => {
  const { workbench } = stage;
  await workbench.focus('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type('rename gross to sum', 'lines 19–24');
  await workbench.page.locator('.monaco-diff-editor').waitFor();
  await workbench.run('Accept Proposed Edit');
  await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  await check('check types');
  await workbench.page.getByRole('button', { name: 'Save and Run' }).click();
  await details().getByText('verified by check types').first().waitFor();
  await workbench.picture('verified');
  const { found } = await violationsIn(workbench.page);
  assert.deepEqual(found, []);
});

test('a task that ends with an error makes it doubted, and the edit can be taken back', async () => {
  const { workbench } = stage;
  await check('check money');
  await workbench.turn.getByRole('note').getByText('check money ended with an error (3)').waitFor();
  await workbench.page.getByRole('button', { name: 'Take Edit Back…' }).waitFor();
  await workbench.picture('verified-not');
});

test('after a reload it is still said', async () => {
  const { workbench } = stage;
  await workbench.reload();
  await workbench.turn.getByRole('note').getByText('check money ended with an error (3)').waitFor();
});
