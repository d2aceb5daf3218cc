import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

const program = `export function round(amount: number): number {
  return Math.floor(amount * 100) / 100;
}

export const rest = 1;
`;

suite('errors that the editor reports since an edit was accepted', () => {
  let person: Person;
  let service: vscode.DiagnosticCollection;
  let files = 0;
  suiteSetup(() => {
    person = new Person();
    service = vscode.languages.createDiagnosticCollection('scene');
  });
  suiteTeardown(() => {
    service.dispose();
    person.leave();
  });
  setup(async () => {
    service.clear();
    await beginAnew(person);
  });

  const error = (line: number, message: string): vscode.Diagnostic =>
    Object.assign(new vscode.Diagnostic(new vscode.Range(line - 1, 0, line - 1, 5), message), { source: 'scene' });

  /** What the panel tells of the answer that was given last. */
  const toldOfLast = async (): Promise<readonly string[]> => {
    await vscode.commands.executeCommand('steadfast.showAnswers'); // to see what there is
    person.picks(person.lists.at(-1)?.[0] ?? '');
    await vscode.commands.executeCommand('steadfast.showAnswers');
    return (await person.reads()).facts?.facts.map(({ text }) => text) ?? [];
  };

  test('are told of its answer, those of before are not', async () => {
    const { document } = await open(`reported-${(files += 1)}.ts`, program);
    const before = error(5, 'It was always wrong.');
    service.set(document.uri, [before]);
    const editor = await vscode.window.showTextDocument(document);
    select(editor, 1, 3);
    await edit(person, 'fix the rounding bug');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    service.set(document.uri, [before, error(2, 'No such thing.')]);
    const told = await until('the fact of it', async () => {
      const all = await toldOfLast();
      return all.some(text => text.includes('No such thing.')) ? all : undefined;
    });
    assert.deepEqual(
      told.filter(text => /wrong|thing/.test(text)),
      ['Since the edit was accepted, scene reports: No such thing. (line 2)'],
    );
  });
});
