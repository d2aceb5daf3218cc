import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from './support/browserStage.ts';

/** Who is asked first, by what is asked and by how everybody does, and that this is said. */
let stage: BrowserStage;

const routedBy = (strategy: string, more: Readonly<Record<string, unknown>> = {}) =>
  stage.change({ 'steadfast.routing.strategy': strategy, ...more });

before(async () => {
  stage = await openBrowserStage(() => ({ 'steadfast.routing.strategy': 'tiered' }), {
    userSettings: { 'steadfast.cache.enabled': false },
  });
  await stage.workbench.open('invoice.ts');
});
beforeEach(() => {
  stage.practice.heal();
  stage.practice.clear();
});
after(() => stage.close());

/** Who was asked, in order. */
const asked = () => stage.practice.requests.filter(({ method }) => method === 'POST').map(({ provider }) => provider);

/** What the details under the latest answer say, opened. */
async function details(): Promise<string> {
  const { turn } = stage.workbench;
  const fold = turn.locator('details.provenance');
  await fold.locator('summary').click();
  return fold.innerText();
}

test('a simple question goes to the small model, and the details say why', async () => {
  const { workbench } = stage;
  const words = await workbench.explain(15, 17);
  assert.match(words, /Answered by Local practice/);
  assert.deepEqual(asked(), ['local']);
  assert.match(await details(), /Local practice first: right for a simple question/);
  await workbench.picture('130-routing-simple');
});

test('a question that takes more goes to a stronger one', async () => {
  const { workbench } = stage;
  await workbench.explain(1, 37);
  assert.deepEqual(asked(), ['openai']);
  assert.match(await details(), /OpenAI practice first: right for an ordinary question/);
  await workbench.picture('131-routing-ordinary');
});

test('a model that is set for the task goes first, and the details say so', async () => {
  const { workbench } = stage;
  await routedBy('tiered', { 'steadfast.routing.tasks': { explain: 'practice-anthropic' } });
  await workbench.explain(35, 37);
  assert.deepEqual(asked(), ['anthropic']);
  assert.match(await details(), /Anthropic practice first, because you have set that for this task/);
  await workbench.picture('132-routing-set');
});

test('while the stronger one is down, the answer of a weaker one is marked as such', async () => {
  const { workbench } = stage;
  await routedBy('tiered', { 'steadfast.routing.tasks': { explain: 'complex' } });
  stage.practice.fault('anthropic', 'server-error');
  const words = await workbench.explain(19, 24);
  assert.deepEqual([...new Set(asked())], ['anthropic', 'openai']);
  assert.match(words, /A smaller model than usual has answered/);
  await workbench.picture('133-routing-smaller');
});

test('the cheapest one is asked by its price, and one without a price only when it is on this machine', async () => {
  await routedBy('cheapest');
  await stage.workbench.explain(26, 33);
  assert.deepEqual(asked(), ['local']);
  assert.match(await details(), /Local practice first: likely the cheapest/);
});

test('the fastest one is asked; when it gets slow, the questions move', async () => {
  const { workbench } = stage;
  for (const [provider, first, last] of [
    ['anthropic', 1, 5],
    ['openai', 7, 12],
  ] as const) {
    await routedBy('ordered', { 'steadfast.chain': [`practice-${provider}`, 'practice-local'] });
    await workbench.explain(first, last); // both were heard from
  }
  await routedBy('fastest', { 'steadfast.chain': ['practice-anthropic', 'practice-openai'] });
  stage.practice.fault('anthropic', 'slow', { firstTokenMs: 3_000, chunkMs: 5 });
  for (const [first, last] of [
    [14, 17],
    [20, 24],
    [27, 33],
  ] as const)
    await workbench.explain(first, last);
  assert.equal(asked().at(-1), 'openai');
  assert.match(await details(), /OpenAI practice first: lately the fastest, about/);
  await workbench.picture('134-routing-fastest');
});

test('well again, it is asked again once the other one is slower', async () => {
  const { workbench } = stage;
  stage.practice.fault('openai', 'slow', { firstTokenMs: 4_000, chunkMs: 5 });
  for (const [first, last] of [
    [2, 5],
    [8, 11],
    [15, 16],
    [21, 23],
    [28, 32],
    [35, 36],
  ] as const) {
    await workbench.explain(first, last);
    if (asked().at(-1) === 'anthropic') break;
  }
  assert.equal(asked().at(-1), 'anthropic');
  assert.match(await details(), /Anthropic practice first/);
});

// "not clear how Auto chooses the model that it does, and why": microsoft/vscode#321602, github/app#2752
test('why this model: the details name who else could be asked, with time and cost', async () => {
  const { page, turn } = stage.workbench;
  await routedBy('ordered', { 'steadfast.chain': ['practice-openai', 'practice-anthropic', 'practice-local'] });
  await stage.workbench.explain(35, 37);
  const summary = turn.locator('details.provenance > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  const why = turn.getByRole('group', { name: 'Why this model?' });
  await why.waitFor({ timeout: 10_000 });
  const [decision] = await why.locator('p').allInnerTexts();
  const options = await why.getByRole('listitem').allInnerTexts();
  assert.match(decision ?? '', /^OpenAI practice first, as in the chain/);
  assert.equal(options.length, 3);
  assert.match(options[0] ?? '', /^OpenAI practice: about \d/);
  assert.match(options[2] ?? '', /^Local practice: .*free of charge/);
  await stage.workbench.picture('135-routing-why');
});
