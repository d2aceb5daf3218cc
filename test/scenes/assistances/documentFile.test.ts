import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { open, replace, tabsOf, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

const everybody = ['anthropic', 'openai', 'local'] as const;

const cart = `import { round } from './round';

/** Sums the prices. */
export function total(prices: number[]): number {
  return round(prices.reduce((sum, price) => sum + price, 0));
}

export function first(prices: number[]): number | undefined {
  return prices[0];
}

function own(): void {}

export class Cart {
  readonly items: string[] = [];

  add(item: string): void {
    this.items.push(item);
  }

  private drop(): void {
    own();
  }
}

export function last(prices: number[]): number | undefined {
  return prices.at(-1);
}
`;

let files = 0;

const opened = (text = cart): Promise<vscode.TextEditor> => open(`document-${(files += 1)}.ts`, text);

const run = (argument?: unknown) => vscode.commands.executeCommand('steadfast.documentFile', argument);

/** As the setting has it; undefined: by default. */
const inBatchesOf = (size: number | undefined) =>
  vscode.workspace.getConfiguration('steadfast').update('batch.size', size, vscode.ConfigurationTarget.Global);

/** What follows a doubtful answer; undefined: by default. */
const onDoubt = (way: 'disclaim' | undefined) =>
  vscode.workspace.getConfiguration('steadfast').update('confidence.onDoubt', way, vscode.ConfigurationTarget.Global);

async function proposed(): Promise<string> {
  const [diff] = tabsOf(vscode.TabInputTextDiff);
  return diff ? (await vscode.workspace.openTextDocument(diff.modified)).getText() : '';
}

/** Without its comments it is what it was. */
const withoutComments = (text: string): string => text.replace(/^[ ]*\/\*\*[^]*?\*\/\n/gm, '');

const commented = (text: string): readonly string[] =>
  [...text.matchAll(/\*\/\n *(?:export )?(?:function |class )?(\w+)/g)].map(([, name = '']) => name);

suite('all public declarations of a file', () => {
  let person: Person;
  /** Does this with the first question that is kept for later; how many there are. */
  const withKept = async (what: string): Promise<number> => {
    await vscode.commands.executeCommand('steadfast.showQueue');
    const kept = person.lists.at(-1) ?? [];
    person.picks(kept[0] ?? '');
    person.picks(what);
    await vscode.commands.executeCommand('steadfast.showQueue');
    return kept.length;
  };
  suiteSetup(() => (person = new Person()));
  suiteTeardown(async () => {
    await inBatchesOf(undefined);
    await onDoubt(undefined);
    person.leave();
  });
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    await inBatchesOf(undefined);
    await onDoubt(undefined);
    await beginAnew(person);
  });

  test('are documented in one diff by one question, accepted and undone at once', async () => {
    const { document } = await opened();
    person.picksAllBut();
    await run();
    assert.deepEqual(person.lists.at(-1), ['first', 'Cart', 'add', 'last']);
    assert.equal((await questions()).length, 1);
    assert.deepEqual(commented(await proposed()), ['total', 'first', 'Cart', 'add', 'last']);
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.deepEqual(commented(document.getText()), ['total', 'first', 'Cart', 'add', 'last']);
    assert.equal(withoutComments(document.getText()), withoutComments(cart));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), cart);
    assert.deepEqual(person.told, []);
  });

  test('are asked about one by one where the user wants that', async () => {
    await inBatchesOf(1);
    await opened();
    person.picksAllBut();
    await run();
    assert.equal((await questions()).length, 4);
    assert.deepEqual(commented(await proposed()), ['total', 'first', 'Cart', 'add', 'last']);
  });

  test('are chosen from, and those that were not chosen are not asked about', async () => {
    await opened();
    person.picksAllBut('Cart', 'add', 'last');
    await run();
    assert.equal((await questions()).length, 1);
    assert.deepEqual(commented(await proposed()), ['total', 'first']);
  });

  test('of a file chosen in the explorer are documented as well', async () => {
    const uri = await writeFile(`document-${(files += 1)}.ts`, cart);
    person.picksAllBut();
    await run(uri);
    assert.equal(commented(await proposed()).length, 5);
  });

  test('are listed with what asking about all of them will take, before anything is sent', async () => {
    await opened();
    await run();
    assert.match(
      person.hints.at(-1) ?? '',
      /^≈ [\d.]+k? tokens · \$0\.\d+ plus the answers · 1 question, then a diff to accept$/,
    );
    assert.equal((await questions()).length, 0);
  });

  test('nothing is sent when the list is closed', async () => {
    await opened();
    await run();
    assert.equal((await questions()).length, 0);
    assert.equal(await proposed(), '');
  });

  test('are answered by the next target when the first one is down', async () => {
    await practice.fault('anthropic', 'down');
    await opened();
    person.picksAllBut();
    await run();
    assert.equal(commented(await proposed()).length, 5);
    assert.ok((await questions()).some(({ provider }) => provider === 'openai'));
  });

  test('stopped while a batch is being answered, those of the batches before it are offered', async () => {
    await inBatchesOf(2);
    await practice.fault('anthropic', 'slow', { firstTokenMs: 700, chunkMs: 1 });
    await opened();
    person.picksAllBut();
    const running = run();
    await until('the second batch', async () => (await questions()).length > 1);
    await vscode.commands.executeCommand('steadfast.cancel');
    await running;
    assert.deepEqual(commented(await proposed()), ['total', 'first', 'Cart']);
    assert.equal(person.told.at(-1)?.text, '2 documented; 2 not: add, last (stopped while it was being answered)');
  });

  test('cancelled in the middle, those that were answered are offered', async () => {
    await inBatchesOf(1);
    await practice.fault('anthropic', 'slow', { firstTokenMs: 500, chunkMs: 1 });
    await opened();
    person.picksAllBut();
    const running = run();
    await until('the third question', async () => (await questions()).length > 2);
    await vscode.commands.executeCommand('steadfast.cancel');
    await running;
    assert.deepEqual(commented(await proposed()), ['total', 'first', 'Cart']);
    assert.equal(
      person.told.at(-1)?.text,
      '2 documented; 1 not: add (stopped while it was being answered); 1 not asked, because you cancelled',
    );
  });

  test('are not asked about any more once the progress is cancelled', async () => {
    await inBatchesOf(1);
    await practice.fault('anthropic', 'slow', { firstTokenMs: 500, chunkMs: 1 });
    await opened();
    person.picksAllBut();
    const running = run();
    await until('the second question', async () => (await questions()).length > 1);
    person.cancels();
    await running;
    assert.deepEqual(commented(await proposed()), ['total', 'first']);
    assert.equal((await questions()).length, 2);
    assert.equal(
      person.told.at(-1)?.text,
      '1 documented; 1 not: Cart (stopped while it was being answered); 2 not asked, because you cancelled',
    );
  });

  test('are shown again without being asked again when the diff was closed undecided', async () => {
    const { document } = await opened();
    person.picksAllBut();
    await run();
    person.presses('Show Again');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the offer', () => person.told.some(({ buttons }) => buttons.includes('Show Again')));
    await until('the diff once more', async () => commented(await proposed()).length === 5);
    assert.equal((await questions()).length, 1);
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.deepEqual(commented(document.getText()), ['total', 'first', 'Cart', 'add', 'last']);
  });

  test('whose code was changed meanwhile are left out, and those that moved are found', async () => {
    const { document } = await opened();
    await practice.fault('anthropic', 'slow', { firstTokenMs: 700, chunkMs: 1 });
    person.picksAllBut('Cart');
    const running = run();
    await until('a question on its way', async () => (await questions()).length > 0);
    await replace(document, 'prices.at(-1)', 'prices[prices.length - 1]');
    await replace(document, 'import { round }', '// prices\nimport { round }');
    await running;
    assert.deepEqual(commented(await proposed()), ['total', 'first', 'add']);
    assert.match(person.told.at(-1)?.text ?? '', /^2 documented; 1 not: last \(Its code has changed\.\)$/);
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.deepEqual(commented(document.getText()), ['total', 'first', 'add']);
  });

  test('whose code is changed when the diff is there is not changed by it', async () => {
    const { document } = await opened();
    person.picksAllBut();
    await run();
    await replace(document, 'prices[0]', 'prices.at(0)');
    const now = document.getText();
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.equal(document.getText(), now);
  });

  test('one whose answer is malformed is left out, and said', async () => {
    await inBatchesOf(1);
    await onDoubt('disclaim'); // by default the model is asked once more
    await Promise.all(everybody.map(provider => practice.fault(provider, 'nonsense', { times: 1 })));
    await opened();
    person.picksAllBut();
    await run();
    assert.match(person.told.at(-1)?.text ?? '', /^[123] documented; [123] not: first/);
    const text = await proposed();
    assert.equal(withoutComments(text), withoutComments(cart));
    person.presses('Show Answers');
  });

  test('whose answer is malformed twice are answered by the next target', async () => {
    await practice.fault('anthropic', 'nonsense');
    await opened();
    person.picksAllBut();
    await run();
    assert.deepEqual(
      (await questions()).map(({ provider }) => provider),
      ['anthropic', 'anthropic', 'openai'],
    );
    assert.deepEqual(commented(await proposed()), ['total', 'first', 'Cart', 'add', 'last']);
    assert.deepEqual(person.told, []);
  });

  test('that nobody can answer in the form are asked about alone, and said when that is in vain', async () => {
    await Promise.all(everybody.map(provider => practice.fault(provider, 'nonsense')));
    await opened();
    person.picksAllBut();
    await run();
    assert.equal(await proposed(), '');
    assert.match(person.told.at(-1)?.text ?? '', /^0 documented; 4 not: first, Cart, add, 1 more \(/);
  });

  test('that nobody answers for change nothing, and are kept for later in their batches', async () => {
    await inBatchesOf(2);
    await Promise.all(everybody.map(provider => practice.fault(provider, 'down')));
    await opened();
    person.picksAllBut();
    await run();
    assert.equal(await proposed(), '');
    assert.match(
      person.told.at(-1)?.text ?? '',
      /^0 documented; 4 not: first, Cart \(.*\), add, last \(.*\); 4 kept for later, to be asked when a model answers again$/,
    );
    assert.equal(await withKept('Remove from List'), 2);
    assert.equal(await withKept('Remove from List'), 1);
  });

  test('that were kept are asked as they were, and offered as one diff', async () => {
    await Promise.all(everybody.map(provider => practice.fault(provider, 'down')));
    await opened();
    person.picksAllBut();
    await run();
    await practice.heal();
    for (const target of ['practice-anthropic', 'practice-openai', 'practice-local'])
      await vscode.commands.executeCommand('steadfast.resetCircuit', target);
    assert.equal(await withKept('Ask Now'), 1);
    await until('the diff', async () => commented(await proposed()).length === 5);
  });

  test('where there are none left, that is said', async () => {
    await opened('/** Sums. */\nexport function total(): void {}\n');
    await run();
    assert.match(person.told.at(-1)?.text ?? '', /^Nothing to document in document-\d+\.ts/);
    assert.deepEqual(person.lists, []);
  });

  test('where no language service knows them, it is said what to do', async () => {
    await open('notes.lua', 'function first() end\n');
    await run();
    assert.match(person.told.at(-1)?.text ?? '', /Add Documentation/);
  });

  test('of a file that is kept from models are not listed', async () => {
    await writeFile('.aiignore', 'kept-away.ts\n');
    await open('kept-away.ts', cart);
    await run();
    assert.match(person.told.at(-1)?.text ?? '', /^Nothing from kept-away\.ts is sent/);
    assert.deepEqual([person.lists, (await questions()).length], [[], 0]);
  });
});
