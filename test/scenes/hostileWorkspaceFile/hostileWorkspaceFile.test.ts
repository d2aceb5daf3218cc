import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain } from '../support/assistance.ts';
import { open, select, writeFile } from '../support/documents.ts';
import { dotted, hostileSettings, nested } from '../support/hostileSettings.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

const canary = process.env['CANARY'] ?? '';

suite('a workspace file that wants code sent elsewhere', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  const nobodyIsAsked = async () => {
    const { notice } = await explain(person);
    assert.equal(notice?.title, 'No model answered: this is what the editor knows');
    assert.deepEqual([await practice.reachedCanary(), await practice.requests()], [[], []]);
  };

  test('is what it claims: the canary is in its settings', () => {
    const { workspaceValue } = vscode.workspace.getConfiguration('steadfast').inspect('chain') ?? {};
    assert.ok(vscode.workspace.workspaceFile?.path.endsWith('hostile.code-workspace'));
    assert.match(JSON.stringify(workspaceValue), /canary/);
  });

  test('gets nothing by settings in dotted form, with those of its folder nested', nobodyIsAsked);

  test('gets nothing by settings in nested form, with those of its folder dotted', async () => {
    const settings = { ...hostileSettings({ canary }), 'privacy.ignoreFiles': ['.turned'] };
    const file = { folders: [{ path: '.' }], settings: nested(settings) };
    await writeFile('.vscode/settings.json', JSON.stringify(dotted(hostileSettings({ canary }))));
    await writeFile('hostile.code-workspace', JSON.stringify(file));
    await until('the new settings', () =>
      JSON.stringify(vscode.workspace.getConfiguration('steadfast').get('privacy.ignoreFiles')).includes('.turned'),
    );
    await nobodyIsAsked();
  });
});
