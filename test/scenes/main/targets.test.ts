import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { vscodeUser } from '../../../src/editor/platform/vscodeUser.ts';

const choices = ['first', 'second', 'third'].map(label => ({ label, value: label }));
const press = (command: string) => vscode.commands.executeCommand(`workbench.action.${command}`);
const shown = () => new Promise(resolve => setTimeout(resolve, 500));

suite('the boxes that commands speak through', () => {
  test('give the value of what was picked', async () => {
    const picked = vscodeUser.pick('Which one?', choices);
    await shown();
    await press('quickOpenSelectNext');
    await press('acceptSelectedQuickOpenItem');
    assert.equal(await picked, 'second');
  });

  test('give nothing when the user turns away', async () => {
    const picked = vscodeUser.pick('Which one?', choices);
    await shown();
    await press('closeQuickOpen');
    assert.equal(await picked, undefined);
  });

  test('refuse a text with its reason, and give nothing when the user turns away from it', async () => {
    const checked: string[] = [];
    const typed = vscodeUser.type({
      title: 'API key',
      prompt: 'Paste it',
      isSecret: true,
      check: text => {
        checked.push(text);
        return 'not yet';
      },
    });
    await shown();
    await press('acceptSelectedQuickOpenItem');
    await shown();
    await press('closeQuickOpen');
    assert.equal(await typed, undefined);
    assert.deepEqual(new Set(checked), new Set(['']));
  });

  test('pass on what the work they wait for gives or throws', async () => {
    assert.equal(await vscodeUser.wait('Waiting', () => Promise.resolve(7)), 7);
    await assert.rejects(
      vscodeUser.wait('Waiting', () => Promise.reject(new RangeError('no'))),
      RangeError,
    );
  });
});
