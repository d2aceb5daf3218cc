import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { violationsIn } from '../support/violationsIn.ts';
import { waitUntil } from '../support/waitUntil.ts';

let stage: BrowserStage;

/** A model that turns a comparison beside what it was asked, and one that leaves code out as well. */
before(async () => {
  stage = await openBrowserStage(({ origins }) => {
    const target = { provider: 'openai', class: 'simple', baseUrl: `${origins.openai}/v1`, auth: 'none' } as const;
    return {
      'steadfast.targets': [
        { ...target, id: 'flipped', label: 'Flipped practice', model: 'practice-careless-flipped' },
        { ...target, id: 'miscalled', label: 'Miscalled practice', model: 'practice-careless-miscalled' },
        { ...target, id: 'elided', label: 'Elided practice', model: 'practice-careless-flipped-elided' },
      ],
      'steadfast.chain': ['flipped', 'miscalled', 'elided'],
      'steadfast.routing.strategy': 'ordered',
    };
  });
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

const facts = () => stage.workbench.turn.getByRole('group', { name: 'What this answer changes' });
const fact = () => facts().getByRole('button', { name: '> became >=. (line 4)' });
const diff = () => stage.workbench.page.locator('.monaco-diff-editor');

/** What is told at the lines of the diff's right side: VS Code draws it before and behind the text of a line. */
async function toldInDiff(): Promise<readonly string[]> {
  const contents: readonly string[] = await stage.workbench.page.evaluate(
    "[...document.querySelectorAll('.monaco-diff-editor .editor.modified .view-line span')].map(each => getComputedStyle(each, '::after').content)",
  );
  return [...new Set(contents.filter(content => /became|TypeScript/.test(content)))];
}

async function edit(wish: string): Promise<void> {
  const { workbench } = stage;
  await workbench.focus('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Edit Selection');
  await workbench.type(wish, 'lines 19–24');
}

/** Pictures in three themes; a checker of accessibility finds nothing in any of them. */
async function pictures(name: string): Promise<void> {
  const { page } = stage.workbench;
  const themes = [
    ['light', 'Default Light Modern', '.monaco-workbench.vs'],
    ['contrast', 'Default High Contrast', '.hc-black'],
    ['dark', 'Default Dark Modern', '.vs-dark'],
  ] as const;
  for (const [theme, colours, drawn] of themes) {
    await stage.change({ 'workbench.colorTheme': colours });
    await page.locator(drawn).first().waitFor();
    await page.waitForTimeout(400); // the layout settles
    await stage.workbench.picture(`${name}-${theme}`);
    const { looked, found } = await violationsIn(page);
    assert.ok(looked > 0);
    assert.deepEqual(found, [], `${name}, ${theme}`);
  }
}

test('an edit that turns a comparison says so in the panel and at the line of its diff', async () => {
  await edit('rename gross to sum');
  await diff().waitFor();
  await waitUntil('the fact at its line in the diff', async () => (await toldInDiff()).length > 0);
  await stage.workbench.page.setViewportSize({ width: 1_800, height: 900 }); // both sides of the diff as a whole
  await stage.workbench.picture('facts-in-diff');
  await stage.workbench.page.setViewportSize({ width: 1_280, height: 800 });
  await stage.workbench.run('Show Recent Answers');
  await stage.workbench.pick('rename gross to sum');
  await fact().waitFor();
  assert.deepEqual(await toldInDiff(), ['"Another name was asked for, and more than names has changed. > became >=."']);
  assert.equal(await stage.workbench.turn.getByRole('note').count(), 0);
  await pictures('facts-edit');
});

test('a fact leads to its line of the diff, and once that is closed to its line of the file', async () => {
  const { workbench } = stage;
  const line = workbench.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 22,' });
  await fact().press('Enter');
  await line.waitFor();
  await workbench.page.locator('.monaco-diff-editor .editor.modified .monaco-editor.focused').waitFor();
  assert.equal(await diff().count(), 1);
  await workbench.run('Discard Proposed Edit');
  await diff().waitFor({ state: 'detached' });
  await workbench.focus('invoice.ts');
  await workbench.select(1, 2);
  await fact().click();
  await line.waitFor();
  await workbench.picture('facts-in-file');
});

test('where the end of a line is out of sight the line itself is marked', async () => {
  const { workbench } = stage;
  const { page } = workbench;
  await workbench.turn.getByRole('button', { name: 'Show Edit' }).click();
  await diff().waitFor();
  await waitUntil('the fact at its line in the diff', async () => (await toldInDiff()).length > 0);
  await page.setViewportSize({ width: 900, height: 800 });
  const marked = async (): Promise<string> => {
    const lines: readonly string[] = await page.evaluate(
      "[...document.querySelectorAll('.monaco-diff-editor .editor.modified .view-line span')].filter(each => getComputedStyle(each).textDecorationStyle === 'dotted').map(each => each.textContent)",
    );
    return lines.join('');
  };
  await waitUntil('the mark', async () => /^const\s*discount/.test(await marked()));
  await workbench.picture('facts-narrow');
  await page.setViewportSize({ width: 1_280, height: 800 });
  await workbench.run('Discard Proposed Edit');
  await diff().waitFor({ state: 'detached' });
});

test('after a reload the facts are there, and stand once more at the lines of the diff', async () => {
  const { workbench } = stage;
  await workbench.reload();
  await fact().waitFor();
  await workbench.turn.getByRole('button', { name: 'Show Edit' }).click();
  await diff().waitFor();
  await waitUntil('the fact at its line in the diff', async () => (await toldInDiff()).length > 0);
  await workbench.picture('facts-after-reload');
  await workbench.run('Discard Proposed Edit');
  await diff().waitFor({ state: 'detached' });
});

test('in an answer that is doubted facts stand apart from the doubts, and beside the lines that they are about', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['elided'] });
  await workbench.open('invoice.ts');
  await edit('rename gross to amount');
  const notice = workbench.turn.getByRole('note');
  await notice.waitFor();
  assert.doesNotMatch(await notice.innerText(), /became/);
  await facts()
    .getByRole('button', { name: /became >=/ })
    .waitFor();
  assert.equal(await workbench.turn.locator('pre .line-note', { hasText: '> became >=.' }).count(), 1);
  assert.equal(await diff().count(), 0);
  await pictures('facts-doubted');
});

test('what a compiler says of an edit comes late, and stands at its line of the diff and in the panel', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['miscalled'] });
  await workbench.open('invoice.ts');
  await edit('rename gross to all');
  await diff().waitFor();
  const said = 'TypeScript, which looked at this file alone, says: Expected 1 arguments, but got 0';
  await waitUntil('the late fact at its line in the diff', async () => String(await toldInDiff()).includes(said));
  await workbench.picture('facts-late-in-diff');
  await workbench.run('Show Recent Answers');
  await workbench.pick('rename gross to all');
  await facts().getByRole('button', { name: said }).waitFor();
  await workbench.picture('facts-late');
  await workbench.run('Discard Proposed Edit');
});
