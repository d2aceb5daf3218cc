import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { fileNamed, open, putCursor, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

const everybody = ['anthropic', 'openai', 'local'] as const;

interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

type Rename = (edit: vscode.WorkspaceEdit, name: string) => vscode.WorkspaceEdit | null | undefined;

/** A language service for .ini: which places it renames, which of them it knows as uses, and how it says no. */
class Service implements vscode.RenameProvider, vscode.ReferenceProvider {
  places: readonly Place[] = [];
  uses: readonly Place[] = [];
  prepare: () => vscode.Range | null | undefined = () => undefined;
  rename: Rename = edit => edit;

  prepareRename(): vscode.ProviderResult<vscode.Range> {
    return this.prepare();
  }

  provideRenameEdits(_document: unknown, _at: unknown, name: string): vscode.ProviderResult<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    for (const { uri, range } of this.places) edit.replace(uri, range, name);
    return this.rename(edit, name);
  }

  provideReferences(): vscode.ProviderResult<vscode.Location[]> {
    return this.uses.map(({ uri, range }) => new vscode.Location(uri, range));
  }
}

const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

suite('a rename', () => {
  let person: Person;
  let service: Service;
  let registered: vscode.Disposable;
  let files = 0;
  const said: string[] = [];
  const { setStatusBarMessage } = vscode.window;
  suiteSetup(() => {
    person = new Person();
    Object.assign(vscode.window, { setStatusBarMessage: (words: string) => said.push(words) });
    const chosen = { pattern: '**/*.ini' };
    registered = vscode.Disposable.from(
      vscode.languages.registerRenameProvider(chosen, {
        prepareRename: () => service.prepareRename(),
        provideRenameEdits: (document, at, name) => service.provideRenameEdits(document, at, name),
      }),
      vscode.languages.registerReferenceProvider(chosen, { provideReferences: () => service.provideReferences() }),
    );
  });
  suiteTeardown(() => {
    Object.assign(vscode.window, { setStatusBarMessage });
    registered.dispose();
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    said.length = 0;
    service = new Service();
  });

  /** Three files with the name in each, the first one open with the cursor on it; and once more in a comment of the second. */
  async function opened(): Promise<readonly vscode.Uri[]> {
    files += 1;
    const names = [1, 2, 3].map(at => `rename-${files}-${at}.ini`);
    const [first = '', second = '', third = ''] = names;
    const uris = [
      fileNamed(first),
      await writeFile(second, 'round = 2\n; round it\n'),
      await writeFile(third, 'round = 3\n'),
    ];
    putCursor(await open(first, 'round = 1\n'), 'round');
    const place = (uri: vscode.Uri, line: number, start: number) => ({
      uri,
      range: new vscode.Range(line, start, line, start + 5),
    });
    service.uses = uris.map(uri => place(uri, 0, 0));
    service.places = service.uses;
    service.prepare = () => new vscode.Range(0, 0, 0, 5);
    person.picks('roundValue');
    return uris;
  }

  /** As if the language service changed a comment, too. */
  function alsoComments([, second]: readonly vscode.Uri[]): void {
    if (second) service.places = [...service.places, { uri: second, range: new vscode.Range(1, 2, 1, 7) }];
  }

  const run = () => vscode.commands.executeCommand('steadfast.rename');

  const isUnchanged = async (uris: readonly vscode.Uri[]): Promise<boolean> =>
    (await Promise.all(uris.map(textOf))).every(text => !text.includes('roundValue'));

  // https://github.com/microsoft/vscode/issues/255993
  test('changes what the language service says and nothing else, and tells how much', async () => {
    const uris = await opened();
    await run();
    assert.deepEqual(await Promise.all(uris.map(textOf)), [
      'roundValue = 1\n',
      'roundValue = 2\n; round it\n',
      'roundValue = 3\n',
    ]);
    assert.ok(said.includes('round is now roundValue: 3 places in 3 files.'), said.join('\n'));
    assert.deepEqual(person.told, []);
  });

  test('is taken back in all files at once', async () => {
    const uris = await opened();
    await run();
    await vscode.commands.executeCommand('steadfast.takeBack');
    person.picks(person.lists.at(-1)?.[0] ?? 'none');
    await vscode.commands.executeCommand('steadfast.takeBack');
    assert.ok(await isUnchanged(uris));
    assert.deepEqual(person.told, []);
  });

  // https://github.com/razzmatazz/csharp-language-server/issues/157
  // https://github.com/onivim/oni/issues/1263
  test('of words in comments is asked about first, with how many places there are', async () => {
    const uris = await opened();
    alsoComments(uris);
    await run();
    const { text, detail, isModal } = person.told[0] ?? assert.fail();
    assert.deepEqual([text, isModal, await isUnchanged(uris)], ['Rename 4 places in 3 files?', true, true]);
    assert.match(detail, /^1 of them is no use of the name/);
  });

  test('of words in comments is made when the user agrees', async () => {
    const uris = await opened();
    alsoComments(uris);
    person.presses('Rename');
    await run();
    assert.match((await Promise.all(uris.map(textOf))).join(''), /; roundValue it/);
  });

  // https://github.com/elm-tooling/elm-language-client-vscode/issues/43
  // https://github.com/microsoft/vscode/issues/10723
  // https://github.com/haskell/haskell-language-server/pull/4111
  // https://github.com/microsoft/vscode/issues/145543
  // https://github.com/microsoft/vscode/issues/198423
  test('that is not possible is told before a model is asked, however the language service says so', async () => {
    const thrown = (error: unknown) => () => {
      throw error;
    };
    const ways: readonly (() => void)[] = [
      () => (service.prepare = thrown(new Error('not here'))),
      () => (service.prepare = thrown(undefined)),
      () => (service.rename = () => null),
      () => (service.rename = () => undefined),
      () => (service.rename = () => new vscode.WorkspaceEdit()),
      () => (service.rename = thrown(new Error('a word of the language'))),
      () => (service.rename = thrown('a word of the language')),
      () => (service.rename = thrown(undefined)),
    ];
    for (const [at, way] of ways.entries()) {
      await opened();
      way();
      await run();
      assert.match(person.told.at(-1)?.text ?? '', /^“round” cannot be renamed here/, `way ${at}`);
      assert.equal(person.told.length, at + 1);
    }
    assert.deepEqual([(await questions()).length, person.panels.length], [0, 0]);
  });

  test('where no language service is, is told before a model is asked', async () => {
    putCursor(await open('rename.lua', 'local case = 1\n'), 'case');
    await run();
    assert.match(person.told.at(-1)?.text ?? '', /^“case” cannot be renamed here/);
    assert.equal((await questions()).length, 0);
  });

  test('that would rename files too is not made, and nothing of it is', async () => {
    const uris = await opened();
    const [first = assert.fail()] = uris;
    const other = fileNamed('renamed-too.ini');
    service.rename = edit => {
      edit.renameFile(first, other);
      return edit;
    };
    await run();
    assert.match(person.told.at(-1)?.text ?? '', /would rename files too/);
    assert.deepEqual([(await questions()).length, await isUnchanged(uris)], [0, true]);
  });

  test('that turns out to make a file when the name is chosen is not made either', async () => {
    const uris = await opened();
    const made = fileNamed('made-by-a-rename.ini');
    service.rename = (edit, name) => {
      if (name === 'roundValue') edit.createFile(made, { contents: new TextEncoder().encode('made') });
      return edit;
    };
    await run();
    const { notice } = await person.reads();
    assert.match(notice?.lines.join(' ') ?? '', /would rename files too/);
    assert.equal(await isUnchanged(uris), true);
    await assert.rejects(async () => vscode.workspace.fs.stat(made));
  });

  // https://github.com/microsoft/vscode/issues/319414
  // https://github.com/microsoft/vscode/issues/320995
  // https://github.com/microsoft/vscode/issues/235696
  test('that no model names is told once, and the editor’s own still renames', async () => {
    const [first = assert.fail()] = await opened();
    await Promise.all(everybody.map(provider => practice.fault(provider, 'quota')));
    await run();
    const { notice } = await person.reads();
    assert.notEqual(notice, undefined);
    assert.deepEqual([person.told.length, person.panels.length], [1, 1]); // that there is no credit, and the question
    await run();
    assert.deepEqual([person.told.length, person.panels.length], [1, 1]);
    const edit = await until('the editor’s own rename', () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        first,
        new vscode.Position(0, 0),
        'half',
      ),
    );
    assert.equal(edit.entries().length, 3);
  });
});
