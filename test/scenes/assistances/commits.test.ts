import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { fileNamed } from '../support/documents.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';
import { Person } from '../support/person.ts';
import { Fresh, sent } from './freshRepository.ts';

suite('the commit that is reviewed', () => {
  let person: Person;
  let fresh: Fresh;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    await vscode.commands.executeCommand('steadfast.clearFindings');
    fresh = new Fresh();
  });
  teardown(() => fresh.end());

  /** Has the last commit reviewed; what was said if nothing was sent. */
  const review = async (label: string): Promise<string> => {
    person.picks(label);
    await fresh.review();
    return person.told.map(({ text }) => text).join('\n');
  };
  const commit = (subject: string, ...words: readonly string[]): void => {
    fresh.git('add', '--force', '--all', '.');
    fresh.git('commit', '--quiet', '--allow-empty', `--message=${subject}`, ...words);
  };
  const text = 'export const first = 1;\n';

  test('is shown whole when it is the first of its repository', async () => {
    await fresh.begin({ 'a.ts': text });
    await review('feat: begin');
    assert.match(await sent(), /export const first = 1/);
  });

  test('is compared with its first parent when it is a merge', async () => {
    await fresh.begin({ 'a.ts': text });
    fresh.git('checkout', '--quiet', '-b', 'side');
    await fresh.write({ 'side.ts': 'export const side = 1;\n' });
    commit('side');
    fresh.git('checkout', '--quiet', 'main');
    await fresh.write({ 'own.ts': 'export const own = 1;\n' });
    commit('own');
    fresh.git('merge', '--quiet', '--no-ff', '--message=join', 'side');
    await review('join');
    assert.match(await sent(), /export const side/);
    assert.doesNotMatch(await sent(), /export const own/);
  });

  test('of a repository that was cut off before its parent is told that it cannot be had', async () => {
    await fresh.begin({ 'a.ts': text });
    await fresh.write({ 'a.ts': 'export const second = 2;\n' });
    commit('second');
    const root = fileNamed(fresh.folder).fsPath;
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, `${root}/cut`]);
    execFileSync('sh', ['-c', `rm -rf ${root}/.git && mv ${root}/cut/.git ${root}/.git && rm -rf ${root}/cut`]);
    const told = await review('second');
    const asked = (await questions()).length;
    assert.ok(asked === 1 || /cannot be read|nothing in/.test(told), `${asked} asked: ${told}`);
  });

  test('without a change says so, and nothing is sent', async () => {
    await fresh.begin({ 'a.ts': text });
    commit('nothing at all');
    assert.match(await review('nothing at all'), /^There is nothing in [0-9a-f]{7} nothing at all that can be shown/);
    assert.equal((await questions()).length, 0);
  });

  test('shows of what is no text, a link or another repository only that it changed', async () => {
    await fresh.begin({ 'a.ts': text });
    const root = fileNamed(fresh.folder).fsPath;
    await fresh.write({ 'image.png': '\u0089PNG\0\0\0', 'b.ts': 'export const b = 1;\n' });
    symlinkSync('/etc/passwd', `${root}/linked`);
    fresh.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', root, 'inner');
    commit('odd files');
    await review('odd files');
    const shown = await sent();
    assert.match(shown, /export const b = 1/);
    assert.doesNotMatch(shown, /root:/);
  });

  test('of files with strange names shows what they hold', async () => {
    await fresh.begin({ 'a.ts': text });
    const names = ['mit Leerzeichen.ts', 'größe.ts', '-dash.ts', 'quo"te.ts', '$(sync) icon.ts', "a'b`c.ts", '..ts'];
    await fresh.write(Object.fromEntries(names.map((name, at) => [name, `export const strange${at} = 1;\n`])));
    commit('strange');
    await review('strange');
    const shown = await sent();
    assert.deepEqual(
      names.filter((_, at) => !shown.includes(`strange${at} = 1`)),
      [],
    );
  });

  test('that held secrets shows none of what must not be read today', async () => {
    await fresh.begin({ 'a.ts': text });
    await fresh.write({
      '.env': 'TOKEN=canary-of-env\n',
      'b.ts': 'const key = "sk-proj-canary0123456789abcdefghijklmn";\n',
    });
    commit('secrets');
    await fresh.write({ '.env': '', 'b.ts': '' });
    commit('gone');
    await review('secrets');
    assert.doesNotMatch(await sent(), /canary/);
    assert.match(await sent(), /\.env/);
  });

  test('with a subject that is made to mislead is a line of text in the list', async () => {
    await fresh.begin({ 'a.ts': text });
    await fresh.write({ 'a.ts': 'export const other = 1;\n' });
    commit('$(trash) fix\u202e evil\u0007 \u200bend');
    await review('none');
    const [label = ''] = person.lists.at(-1) ?? [];
    assert.doesNotMatch(label, /\$\(|[\u202e\u0007\u200b]/);
  });

  test('with very many files says how many were not looked at', async () => {
    await fresh.begin({ 'a.ts': text });
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`many/${at}.ts`, `export const m${at} = 1;\n`]),
    );
    await fresh.write(many);
    commit('many');
    await review('many');
    const said = await until('what came of it', () => person.told.at(-1)?.text);
    assert.match(said, /Only named to the model: many\/\d+\.ts, .* and 17 more\./);
  });

  /** A commit of files that are too much for one request together. */
  const large = async (): Promise<readonly string[]> => {
    await fresh.begin({ 'a.ts': text });
    const names = Array.from({ length: 8 }, (_, at) => `large/part${at}.ts`);
    const code = (name: string) =>
      Array.from({ length: 150 }, (_, at) => `export const value${at} = 'something long about ${name}, ${at}';\n`).join(
        '',
      );
    await fresh.write(Object.fromEntries(names.map(name => [name, code(name)])));
    commit('large');
    return names;
  };

  test('that is too much for one request is asked about in several, and no file is left out', async () => {
    const names = await large();
    await review('large');
    const asked = await questions();
    const shown = asked.map(({ body }) => body);
    assert.ok(asked.length > 1, `${asked.length} asked`);
    assert.deepEqual(
      names.filter(name => !shown.some(body => body.includes(`something long about ${name}, 149`))),
      [],
    );
    assert.match(
      await until('what came of it', () => person.told.at(-1)?.text),
      /^The review of [0-9a-f]{7} large has no findings/,
    );
  });

  test('that is too much for one request is no review when nobody answers', async () => {
    await large();
    await Promise.all((['anthropic', 'openai', 'local'] as const).map(provider => practice.fault(provider, 'down')));
    await review('large');
    const { notice, text } = await person.reads();
    assert.equal(notice?.kind, 'degraded');
    assert.match(notice.title, /^No model answered/);
    assert.match(text, /No model has judged whether the code is right/);
    assert.doesNotMatch(JSON.stringify(person.told), /has no findings/);
  });
});
