import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { setDayBudget } from '../support/budget.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { fillDisk, inStorage, ledgerFile, namesInStorage, type FullDisk } from '../support/storage.ts';
import { until } from '../support/until.ts';

suite('a ledger in trouble', function () {
  this.timeout(60_000); // a disk that failed is tried again after 5 s
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    await setDayBudget(person, '');
    person.forget();
  });

  const asks = async (first: number, last: number): Promise<string | undefined> => {
    select(await open('invoice.ts'), first, last);
    const { provenance, phase } = await explain(person);
    return phase === 'failed' ? phase : /Answered by (\w+)/.exec(provenance[0] ?? '')?.[1];
  };
  const wantStrict = (manner: 'block' | undefined) =>
    vscode.workspace
      .getConfiguration('steadfast')
      .update('budget.onExceeded', manner, vscode.ConfigurationTarget.Global);
  const told = () => person.told.filter(({ severity }) => severity === 'warning');
  const menuSays = async () => 'Usage Not Saved' in (await person.looksAtMenu());

  suite('F178 on a full disk', () => {
    let disk: FullDisk | undefined;
    suiteTeardown(() => disk?.end());

    test('lets questions be answered, and tells the user once', async () => {
      await asks(15, 17); // it was well before
      disk = fillDisk();
      assert.deepEqual([await asks(1, 6), await asks(19, 24)], ['Anthropic', 'Anthropic']);
      assert.ok(await menuSays());
      const [warning, ...others] = told();
      assert.deepEqual([others, warning?.buttons], [[], ['Show Log']]);
      assert.ok(warning?.text.startsWith(disk?.said ?? ''), warning?.text);
      assert.match(
        warning?.text ?? '',
        /this window counts only its own usage and uses at most half of what was left\.$/,
      );
    });

    test('stops what costs where the budget is strict, and says why', async () => {
      await wantStrict('block');
      try {
        assert.equal(await asks(15, 17), 'failed');
        const { notice, actions } = await person.reads();
        assert.deepEqual(await questions(), []);
        assert.match(notice?.title ?? '', /^Usage cannot be saved/);
        const offered = actions.map(({ action }) => action);
        assert.ok(offered.includes('showLog') && offered.includes('askOverBudget'), offered.join());
      } finally {
        await wantStrict(undefined);
      }
    });

    test('is written again by itself when there is room, with what was used meanwhile', async () => {
      disk?.free();
      await until('the menu without a warning', async () => !(await menuSays()));
      const settled = readFileSync(ledgerFile(), 'latin1').match(/"kind":"settle"/g) ?? [];
      assert.ok(settled.length >= 2, `${settled.length} answers`);
      assert.equal(await asks(15, 17), 'Anthropic');
      assert.deepEqual(told(), []);
    });
  });

  test('F179 whose lines were changed is told of, and questions go on', async () => {
    await asks(15, 17);
    const file = ledgerFile();
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes.toString('latin1').replace('"kind":"settle"', '"kind":"seltte"'), 'latin1');
    writeFileSync(`${file}.other`, Buffer.concat([changed, Buffer.from('PK\x03\x04 not a line of ours\n')]));
    renameSync(`${file}.other`, file); // as it would lie there before this window reads it
    assert.equal(await asks(1, 6), 'Anthropic');
    const [warning] = await until('a warning', () => told().length > 0 && told());
    assert.match(warning?.text ?? '', /^The budget record is damaged\. .* may be used than is shown\.$/);
    assert.deepEqual(warning?.buttons, ['Set Workspace Budget…', 'Show Log']);
    assert.ok(readFileSync(file).subarray(0, changed.length).equals(changed));
  });

  test('F179 in whose place a folder stands sets that aside with all that is in it, and begins anew', async () => {
    await asks(15, 17);
    const file = ledgerFile();
    copyFileSync(file, `${file}.mine`);
    renameSync(file, `${file}.away`);
    mkdirSync(file);
    renameSync(`${file}.mine`, path.join(file, 'mine'));
    assert.equal(await asks(1, 6), 'Anthropic');
    const [warning] = await until('a warning', () => told().length > 0 && told());
    assert.match(warning?.text ?? '', /could not be read, so it was moved aside and a new one was started\./);
    const aside = namesInStorage().find(name => /\.log\.bad-\d+$/.test(name)) ?? '';
    assert.ok(readFileSync(path.join(inStorage(aside), 'mine')).length > 0);
    assert.match(readFileSync(ledgerFile(), 'latin1'), /"kind":"sum"/, 'what was used before is carried over');
  });
});
