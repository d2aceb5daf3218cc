import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { inStorage, namesInStorage } from '../support/storage.ts';
import { until } from '../support/until.ts';

const isOfJournal = (name: string): boolean => /^journal-\d{4}-\d\d-\d\d-[0-9a-f]{12}-\d+\.jsonl$/.test(name);

suite('usage as data', () => {
  const { showSaveDialog } = vscode.window;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-usage-'));
  let person: Person;
  let answers = '';

  suiteSetup(async () => {
    person = new Person();
    await beginAnew(person);
    const editor = await open('told.ts', 'export const unheardOfName = (amount: number): number => amount;\n');
    select(editor, 1, 1);
    answers = JSON.stringify(await explain(person));
    await practice.fault('anthropic', 'server-error');
    select(await open('told.ts'), 1, 1);
    answers += JSON.stringify(await explain(person));
  });
  suiteTeardown(() => {
    Object.assign(vscode.window, { showSaveDialog });
    rmSync(folder, { recursive: true });
    person.leave();
  });

  /** Exports to a file of this name, as a person who picks it in the dialog. */
  async function exported(name: string): Promise<string> {
    const file = path.join(folder, name);
    Object.assign(vscode.window, { showSaveDialog: () => Promise.resolve(vscode.Uri.file(file)) });
    await vscode.commands.executeCommand('steadfast.exportUsage');
    return readFileSync(file, 'utf8');
  }

  test('the journal has a line for each question, is for its user alone, and holds no word of prompt or answer', async () => {
    const files = await until('a journal', () => {
      const names = namesInStorage().includes('journal') ? readdirSync(inStorage('journal')).filter(isOfJournal) : [];
      const found = names.map(name => path.join(inStorage('journal'), name));
      return found.some(file => linesOf(file).length >= 2) && found;
    });
    assert.deepEqual(
      files.map(file => (statSync(file).mode & 0o777).toString(8)),
      files.map(() => '600'),
    );
    const text = files.map(file => readFileSync(file, 'utf8')).join('\n');
    assert.equal(files.flatMap(linesOf).length, 2);
    assert.match(answers, /unheardOfName/);
    assert.doesNotMatch(text, /unheardOfName|told\.ts|Practice answer|TypeScript/);
  });

  test('all that is measured opens as JSON, and the caller is given the same', async () => {
    const told = await vscode.commands.executeCommand<{
      stretches: { today: { questions: number; fallbacks: number } };
    }>('steadfast.showStats');
    const shown = vscode.window.activeTextEditor?.document;
    assert.deepEqual([shown?.languageId, JSON.parse(shown?.getText() ?? '')], ['json', told]);
    assert.deepEqual([told.stretches.today.questions, told.stretches.today.fallbacks], [2, 1]);
  });

  test('the table is written where the dialog says, a line for each attempt', async () => {
    const [head, ...lines] = (await exported('usage.CSV')).trimEnd().split('\r\n');
    assert.match(head ?? '', /^time,request,workspace,task,answered_by,/);
    assert.deepEqual(
      lines.map(line => line.split(',').slice(3, 5)),
      [
        ['explain', 'practice-anthropic'],
        ['explain', 'practice-openai'],
        ['explain', 'practice-openai'],
      ],
    );
    assert.match(person.told.at(-1)?.text ?? '', /^The usage is saved\./);
  });

  test('a file of another name is the same as JSON', async () => {
    const told = JSON.parse(await exported('usage.json')) as { readonly format: number; readonly stretches: object };
    assert.deepEqual([told.format, Object.keys(told.stretches)], [1, ['today', 'sevenDays', 'month', 'all']]);
  });

  test('a place that cannot be written is said, and a dialog that is closed writes nothing', async () => {
    await assert.rejects(exported('usage.CSV/below-a-file.csv'));
    assert.match(person.told.at(-1)?.text ?? '', /^The usage could not be saved there\./);
    Object.assign(vscode.window, { showSaveDialog: () => Promise.resolve(undefined) });
    const before = person.told.length;
    await vscode.commands.executeCommand('steadfast.exportUsage');
    assert.equal(person.told.length, before);
    assert.deepEqual(readdirSync(folder).toSorted(), ['usage.CSV', 'usage.json']);
  });
});

/** The questions of a file of the journal. */
const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('{"kind":"question"'));
