import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

let stage: BrowserStage;

/** The three practice models, each of a provider of its own. */
before(async () => {
  stage = await openBrowserStage();
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const pressed = (name: string) => stage.workbench.turn.getByRole('button', { name, exact: true }).click();

test('another model is chosen from a list that says what each costs, and its answer says that it was chosen', async () => {
  const { workbench } = stage;
  await workbench.explain(19, 24);
  await pressed('Ask Another Model…');
  const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  await workbench.picture('80-another-model');
  assert.match(await rows.first().innerText(), /OpenAI practice.*For most questions.*(?:about|not known), about/s);
  await workbench.pick('OpenAI practice');
  await workbench.turn.getByText('You chose OpenAI practice · Answered by OpenAI practice').waitFor();
  await workbench.turn.scrollIntoViewIfNeeded();
  await workbench.picture('81-chosen');
  assert.equal(await workbench.panel.locator('.turn').count(), 2);
});

test('a second opinion stands below the first answer, says how far both agree and what both cost', async () => {
  const { workbench } = stage;
  await workbench.run('Second Opinion');
  const note = workbench.turn.getByRole('note', { name: /^Second opinion:/ });
  await note.waitFor();
  await note.scrollIntoViewIfNeeded();
  await workbench.picture('82-second-opinion');
  assert.match(await note.innerText(), /Words in both answers: \d+ of \d+\./);
  assert.match(await note.innerText(), /OpenAI practice: .*tokens/);
  assert.match(await workbench.turn.innerText(), /Second opinion · Answered by (?:Anthropic|Local) practice/);
});

test('both are shown beside each other', async () => {
  const { workbench } = stage;
  await pressed('Show Both Side by Side');
  await workbench.page.locator('.monaco-diff-editor').waitFor();
  await workbench.picture('83-side-by-side');
});

test('of an edit the code is compared, and either is applied by its own diff', async () => {
  const { workbench } = stage;
  await workbench.open('invoice.ts'); // what was compared stands before it
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type('rename gross to sum', 'lines 19–24');
  await workbench.page
    .locator('.editor-actions .action-label', { hasText: /^Accept$/ })
    .first()
    .waitFor();
  await workbench.run('Second Opinion');
  const note = workbench.turn.getByRole('note', { name: /^Second opinion:/ });
  await note.filter({ hasText: /same code|They differ in/ }).waitFor(); // that of before stands there until then
  await workbench.picture('84-second-edit');
  assert.equal(await workbench.panel.getByRole('button', { name: 'Show Edit' }).count(), 2);
});

test('what is compared is told in every theme', async () => {
  const { workbench } = stage;
  const note = workbench.turn.getByRole('note', { name: /^Second opinion:/ });
  for (const [at, theme] of ['Default Dark Modern', 'Default High Contrast'].entries()) {
    await stage.change({ 'workbench.colorTheme': theme });
    await workbench.page.locator(`.monaco-workbench.${at === 0 ? 'vs-dark' : 'hc-black'}`).waitFor();
    await note.scrollIntoViewIfNeeded();
    await workbench.picture(`${85 + at}-second-opinion-${at === 0 ? 'dark' : 'high-contrast'}`);
    assert.match(await note.innerText(), /That they agree does not make them right|was not checked/);
  }
});
