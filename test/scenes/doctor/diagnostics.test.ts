import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { plantedSecrets } from './scene.ts';

const code = 'export function toll(axles: number): number {\n  return axles * 7_331;\n}\n';

suite('Export Diagnostics', () => {
  let person: Person;
  let folder = '';
  suiteSetup(async () => {
    person = new Person();
    folder = await mkdtemp(path.join(os.tmpdir(), 'diagnostics-'));
  });
  suiteTeardown(async () => {
    person.leave();
    await rm(folder, { recursive: true, force: true });
  });
  setup(() => beginAnew(person));

  /** Exports what is left ticked; the files of the zip, none when none was saved. */
  async function exported(...left: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const place = path.join(folder, `${crypto.randomUUID()}.zip`);
    person.types('It was slow at noon.');
    person.picksAllBut(...left);
    person.savesTo(vscode.Uri.file(place));
    await vscode.commands.executeCommand('steadfast.exportDiagnostics');
    const bytes = await readFile(place).catch(() => undefined);
    assert.ok(bytes, JSON.stringify([person.told, person.lists]));
    return new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
  }

  /** One question that the first choice refuses and another answers; gives what the panel showed. */
  async function askInTrouble(): Promise<string> {
    await practice.fault('anthropic', 'rate-limit');
    const { document } = await open('toll.ts', code);
    select(await vscode.window.showTextDocument(document), 1, 3);
    const turn = await explain(person);
    await practice.heal();
    return turn.text;
  }

  test('what went wrong, the settings, the checks and the log are in the zip, and were shown before', async () => {
    await askInTrouble();
    const files = await exported();
    assert.deepEqual(
      [...files.keys()],
      [
        'README.md',
        'what-i-saw.md',
        'what-happened.md',
        'journal.jsonl',
        'check-my-setup.md',
        'check-my-setup.json',
        'settings.json',
        'usage.json',
        'log.txt',
        'bundle.json',
      ],
    );
    assert.match(files.get('what-happened.md') ?? '', /Anthropic practice failed: rate limit \(HTTP 429/);
    assert.match(
      files.get('journal.jsonl') ?? '',
      /"fallback":\{"instead_of":"practice-anthropic","because":"rate-limited"\}/,
    );
    assert.match(files.get('log.txt') ?? '', /attempt id=\S+ task=explain target=practice-anthropic/);
    assert.match(files.get('settings.json') ?? '', /"id": "practice-local"/);
    assert.match(files.get('what-happened.md') ?? '', /- cache\.isEnabled: false \(by default true\)/);
    const shown =
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'steadfast-diagnostics')?.getText() ?? '';
    for (const [name, text] of files) assert.ok(shown.includes(text), name);
  });

  test('no secret of settings, environment and addresses, no code, no answer and no path of this machine is in it', async () => {
    const answer = await askInTrouble();
    const told = [...(await exported()).values()].join('\n');
    assert.ok(told.length > 1_000);
    for (const secret of [...Object.values(plantedSecrets), '7_331', 'toll', answer.slice(0, 40)])
      assert.ok(!told.includes(secret), secret);
    for (const name of ['HOME', 'STEADFAST_USER_DATA']) assert.ok(!told.includes(process.env[name] ?? 'none'), name);
    assert.ok(!told.includes('jane'));
  });

  test('what is unticked is not in it', async () => {
    assert.ok(!(await exported('log.txt')).has('log.txt'));
  });

  test('nothing is sent but what Check My Setup asks the servers', async () => {
    await exported();
    const sent = await practice.requests();
    assert.deepEqual(
      sent.filter(({ method }) => method !== 'GET'),
      [],
    );
  });

  test('nothing is written when the list is closed', async () => {
    const place = path.join(folder, 'never.zip');
    person.savesTo(vscode.Uri.file(place));
    person.types('');
    await vscode.commands.executeCommand('steadfast.exportDiagnostics');
    await assert.rejects(readFile(place));
  });
});
