import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, select, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { pemKey } from '../../support/pemKey.ts';

const key = pemKey(4096);
const chart = ['image: app', 'tls:', '  enabled: true', '  key: |', ...key.map(line => `    ${line}`)];
const service = ['service:', '  type: ClusterIP', '  port: 8080', 'replicas: 2', ''];
const values = [...chart, ...service].join('\n');

/** How many lines of the key stand in a text, or most of one. */
const keyLinesIn = (text: string): number =>
  key.slice(1, -1).filter(line => text.includes(line.slice(0, 24)) || text.includes(line.slice(-20))).length;

/** All that the extension has put on disk, as one text. */
function keptOnDisk(): string {
  const folder = process.env['STEADFAST_USER_DATA'] ?? '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.parentPath.includes('steadfast.steadfast'))
    .map(entry => path.join(entry.parentPath, entry.name));
  return files.map(file => readFileSync(file, 'utf8')).join('\n');
}

suite('secrets around the selection', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  const sent = async () => (await questions()).map(({ body }) => body).join('\n');

  test('no line of an indented key right above the selection reaches the server or the disk', async () => {
    select(await open('values.yaml', values), chart.length + 1, chart.length + 3);
    await explain(person);
    await until('the answer on the disk', () => keptOnDisk().includes('ClusterIP'));
    assert.deepEqual([keyLinesIn(await sent()), keyLinesIn(keptOnDisk())], [0, 0]);
    assert.ok((await sent()).includes('ClusterIP'), 'the selection was sent');
  });

  test('nor does one of a key in which the selection lies', async () => {
    select(await open('values.yaml', values), 12, 30);
    await explain(person);
    assert.deepEqual([(await questions()).length, keyLinesIn(await sent()), keyLinesIn(keptOnDisk())], [1, 0, 0]);
  });

  const refusedLinks = [
    ['.env', 'LEVEL=debug\n', 'files of its kind usually hold secrets'],
    ['private/plan.ts', 'export const plan = 1;\n', 'an ignore file of this workspace, such as .aiignore, excludes it'],
  ] as const;
  for (const [target, text, because] of refusedLinks) {
    // open-jarvis/OpenJarvis #962, navikt/cplt #60: what a link is called is not what it holds
    test(`a link to ${target} is refused with one sentence, whatever it is called`, async () => {
      await writeFile('.aiignore', 'private/\n');
      await writeFile(target, text);
      const link = fileNamed('key-notes.txt').fsPath;
      rmSync(link, { force: true });
      symlinkSync(fileNamed(target).fsPath, link);
      select(await vscode.window.showTextDocument(vscode.Uri.file(link)), 1, 1);
      await vscode.commands.executeCommand('steadfast.explain');
      await edit(person, 'make it shorter');
      await vscode.workspace.fs.delete(fileNamed('.aiignore'));
      rmSync(link);
      const said = `Nothing from key-notes.txt is sent, because ${because}. Select code in another file.`;
      assert.deepEqual([person.told.map(message => message.text), await questions()], [[said, said], []]);
    });
  }

  test('a file that holds little but secrets is refused, whatever it is called', async () => {
    const token = (at: number) => ['ghp', `_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3h${at}I`].join('');
    const text = [1, 2, 3, 4].map(at => `STAGE_${at}_TOKEN=${token(at)}`).join('\n');
    select(await open('stages.txt', `# stages\n${text}\nHOST=db.example\n`), 6, 6);
    await vscode.commands.executeCommand('steadfast.explain');
    const said = 'stages.txt contains mostly secrets, so nothing from it is sent. Select code in another file.';
    assert.deepEqual([person.told.map(message => message.text), await questions()], [[said], []]);
  });
});
