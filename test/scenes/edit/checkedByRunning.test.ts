import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';

const program = `import { log } from './log.ts';

/** Rounds to whole cents. */
export function round(amount: number): number {
  return Math.floor(amount * 100) / 100;
}
`;

/** What an extension, or tasks.json, offers to run here. */
const provider: vscode.TaskProvider = {
  provideTasks: () => [
    task('passes', 'exit 0'),
    task('fails', 'exit 3'),
    task('prints that it passes', 'echo "12 passed, 0 failed"; exit 1'),
    Object.assign(task('watches', 'sleep 600'), { isBackground: true }),
  ],
  resolveTask: given => given,
};

function task(name: string, command: string): vscode.Task {
  const scope = vscode.workspace.workspaceFolders?.[0] ?? vscode.TaskScope.Workspace;
  const made = new vscode.Task({ type: 'shell' }, scope, name, 'scene', new vscode.ShellExecution(command));
  made.group = vscode.TaskGroup.Test;
  return made;
}

suite('an edit that is checked by running something', () => {
  let person: Person;
  let files = 0;
  let provided: vscode.Disposable;
  suiteSetup(() => {
    person = new Person();
    provided = vscode.tasks.registerTaskProvider('shell', provider);
  });
  suiteTeardown(() => {
    provided.dispose();
    person.leave();
  });
  setup(() => beginAnew(person));

  /** Has an edit made, accepts it, and checks it by this task; resolves with what the panel says of its answer. */
  const checkedBy = async (name: string): Promise<string> => {
    const editor = await open(`checked-${(files += 1)}.ts`, program);
    select(editor, 4, 6);
    await edit(person, 'fix the rounding bug');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    person.picks(`scene: ${name}`);
    person.presses('Save and Run');
    await vscode.commands.executeCommand('steadfast.checkByRunning');
    assert.equal(editor.document.isDirty, false, `not saved: ${JSON.stringify([person.lists, person.told])}`);
    return (await person.reads()).provenance.join('\n');
  };

  test('is verified by what ran without an error, and by that only', async () => {
    assert.match(
      await checkedBy('passes'),
      /verified by scene: passes[^]*Verified by scene: passes, which ran without an error/,
    );
    assert.ok(
      person.lists.at(-1)?.every(label => !label.includes('watches')),
      'what never ends is offered',
    );
  });

  test('is doubted when that ended with an error, with its exit code', async () => {
    assert.match(await checkedBy('fails'), /Doubted, because: scene: fails ended with an error \(3\)/);
  });

  test('is not verified by what a task prints', async () => {
    assert.match(await checkedBy('prints that it passes'), /Doubted, because: scene: prints that it passes ended/);
  });
});
