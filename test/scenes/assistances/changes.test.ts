import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { writeFile } from '../support/documents.ts';
import { Fresh, sent } from './freshRepository.ts';
import { Person } from '../support/person.ts';

suite('the changes that a message is written for', () => {
  let person: Person;
  let fresh: Fresh;
  const said: string[] = [];
  const { setStatusBarMessage } = vscode.window;
  suiteSetup(() => {
    person = new Person();
    Object.assign(vscode.window, { setStatusBarMessage: (words: string) => said.push(words) });
  });
  suiteTeardown(() => {
    Object.assign(vscode.window, { setStatusBarMessage });
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    said.length = 0;
    fresh = new Fresh();
  });
  teardown(() => fresh.end());

  // https://github.com/fork-dev/Tracker/issues/2414
  test('where there are none, that is said and nothing is sent', async () => {
    await fresh.begin({ 'a.ts': 'export const a = 1;\n' });
    assert.equal(await fresh.ask(), '');
    assert.deepEqual([(await questions()).length, person.panels.length], [0, 0]);
    assert.match(person.told.at(-1)?.text ?? '', /^There are no changes in fresh-\d+ to describe/);
  });

  // https://github.com/cline/cline/issues/5749
  // https://github.com/Exafunction/codeium/issues/162
  // https://github.com/cline/cline/issues/5054
  // https://github.com/di-sukharev/opencommit/issues/62
  test('are those that are staged, not what the same file or others have besides', async () => {
    await fresh.begin({ 'a.ts': 'export const a = 1;\n', 'b.ts': 'export const b = 1;\n' });
    await fresh.write({ 'a.ts': 'export const staged = 2;\n' });
    fresh.git('add', 'a.ts');
    await fresh.write({
      'a.ts': 'export const later = 3;\n',
      'b.ts': 'export const other = 2;\n',
      'notes.txt': 'new\n',
    });
    await fresh.ask();
    const body = await sent();
    assert.match(body, /\+export const staged = 2;/);
    assert.deepEqual(
      ['later = 3', 'other = 2', 'b.ts', 'notes.txt'].filter(text => body.includes(text)),
      [],
    );
  });

  // https://github.com/cline/cline/pull/12069
  test('are new files where there is nothing else, but for those that Git ignores', async () => {
    await fresh.begin({ '.gitignore': 'built.js\n' });
    await fresh.write({ 'src/new file.ts': 'export const fresh = 1;\n', 'built.js': 'var built;\n' });
    assert.notEqual(await fresh.ask(), '');
    const body = await sent();
    assert.match(body, /added: src\/new file\.ts[^]*\+export const fresh = 1;/);
    assert.doesNotMatch(body, /built/);
  });

  // https://github.com/microsoft/vscode-copilot-release/issues/1229
  // https://github.com/di-sukharev/opencommit/issues/149
  test('in files that are kept from models are only named, which is said, and the rest is described', async () => {
    await writeFile('.aiignore', 'kept-away.ts\nprivate/\n');
    await fresh.begin({ 'README.md': '# It\n' });
    await fresh.write({
      'private/x.ts': 'canary of a private file\n',
      '.env': 'KEY=canary-4711\n',
      'a.ts': 'const a = 1;\n',
    });
    fresh.git('add', '--force', '.');
    assert.notEqual(await fresh.ask(), '');
    const body = await sent();
    assert.match(body, /\+const a = 1;/);
    assert.doesNotMatch(body, /canary/);
    assert.match(said.join(' '), /Only named to the model: \.env, private\/x\.ts\./);
  });

  test('in such files alone are not asked about, and it is said why', async () => {
    await writeFile('.aiignore', 'kept-away.ts\nprivate/\n');
    await fresh.begin({ 'README.md': '# It\n' });
    await fresh.write({ 'private/x.ts': 'canary of a private file\n' });
    assert.equal(await fresh.ask(), '');
    assert.equal((await questions()).length, 0);
    assert.match(person.told.at(-1)?.text ?? '', /not sent to models, so nothing was sent: private\/x\.ts$/);
  });

  test('are judged by the names of their files where Git is told to write others', async () => {
    await writeFile('.aiignore', 'kept-away.ts\nprivate/\n');
    await fresh.begin({ 'private/x.ts': 'one\n', 'b/private/y.ts': 'one\n', 'a.ts': 'const a = 1;\n' });
    await fresh.write({ '.git/more': '[diff]\n\tnoprefix = true\n\tsrcPrefix = old-\n\tdstPrefix = new-\n' });
    fresh.git('config', 'include.path', 'more'); // as of the user’s own settings, VS Code does not tell of them
    await fresh.write({ 'private/x.ts': 'canary one\n', 'b/private/y.ts': 'canary two\n', 'a.ts': 'const a = 2;\n' });
    fresh.git('add', '.');
    await fresh.ask();
    const body = await sent();
    assert.match(body, /\+const a = 2;/);
    assert.doesNotMatch(body, /canary/);
  });

  // https://github.com/gfargo/coco/issues/844
  // https://github.com/anthropics/claude-plugins-official/issues/267
  // https://github.com/MichaelCurrin/auto-commit-msg/issues/40
  test('before the first commit are compared with nothing', async () => {
    await fresh.begin();
    await fresh.write({ 'a.ts': 'export const a = 1;\n' });
    fresh.git('add', 'a.ts');
    assert.match(await fresh.ask(), /a\.ts/);
    assert.match(await sent(), /added: a\.ts[^]*\+export const a = 1;/);
    assert.doesNotMatch(await sent(), /Messages of earlier commits/);
    assert.deepEqual(person.told, []);
  });
});
