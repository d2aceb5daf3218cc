import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { globCases } from '../../assist/instructions/globCases.ts';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, select, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';

const { Global, Workspace } = vscode.ConfigurationTarget;
/** Of what goes as an instruction: what the user has edited last goes as data behind it. */
const rules = (sent: string): readonly string[] =>
  [...sent.slice(0, sent.lastIndexOf('</instructions>') + 1).matchAll(/Say (rule-[a-z]+)/g)].map(
    ([, name = '']) => name,
  );

suite('instructions of the workspace', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('packages/api/cart.ts'), 1, 3);
  });

  const sent = async (): Promise<string> => (await questions()).map(({ body }) => body).join('\n');
  const set = (key: string, value: unknown, layer = Global) =>
    vscode.workspace.getConfiguration('steadfast').update(key, value, layer);

  test('go along with a question, the nearest last, and are named', async () => {
    const { provenance } = await explain(person);
    assert.deepEqual(rules(await sent()), [
      'rule-copilot',
      'rule-scoped',
      'rule-claude',
      'rule-imported',
      'rule-agents',
      'rule-nested',
    ]);
    const line = provenance.find(each => each.startsWith('Instructions'));
    assert.equal(
      line,
      'Instructions: .github/copilot-instructions.md, .github/instructions/deep/code.instructions.md, CLAUDE.md, ' +
        'docs/style.md, AGENTS.md, packages/api/AGENTS.md; Instructions not used: docs/gone.md (not found)',
    );
  });

  test('are not waited for longer than they are read: with a limit that never comes they go along all the same', async () => {
    const own = globalThis.setTimeout;
    const limitMs = 2_000;
    const without = (due: () => void, delayMs?: number, ...more: readonly unknown[]): NodeJS.Timeout =>
      own(() => {
        if (delayMs !== limitMs) Reflect.apply(due, undefined, more);
      }, delayMs);
    Object.assign(globalThis, { setTimeout: Object.assign(without, own) });
    try {
      await explain(person);
    } finally {
      Object.assign(globalThis, { setTimeout: own });
    }
    assert.equal(rules(await sent()).length, 6);
  });

  test('that are for another task go along with that task', async () => {
    await edit(person, 'rename a');
    assert.ok(rules(await sent()).includes('rule-edits'));
  });

  test('are read anew with each question, also when they are not saved', async () => {
    const { document } = await open('docs/style.md');
    await vscode.window.activeTextEditor?.edit(change => change.insert(document.positionAt(0), 'Say rule-unsaved.\n'));
    select(await open('packages/api/cart.ts'), 1, 3);
    await explain(person);
    assert.ok(rules(await sent()).includes('rule-unsaved'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await document.save();
  });

  test('are shown with their tokens before anything is sent', async () => {
    person.picks('Explain');
    await vscode.commands.executeCommand('steadfast.previewPrompt');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /\n +\d+ {2}instructions from packages\/api\/AGENTS\.md\n/);
    assert.deepEqual([rules(text).slice(0, 6).at(-1), await sent()], ['rule-nested', '']);
  });

  for (const [kind, gone] of [
    ['agents', ['rule-agents', 'rule-nested']],
    ['copilot', ['rule-copilot']],
    ['instructions', ['rule-scoped']],
    ['claude', ['rule-claude', 'rule-imported']],
  ] as const)
    test(`can be switched off: ${kind}; the workspace cannot switch them on`, async () => {
      await set('prompt.instructionFiles', { [kind]: false });
      await set('prompt.instructionFiles', { [kind]: true }, Workspace);
      try {
        await explain(person);
      } finally {
        await set('prompt.instructionFiles', undefined);
        await set('prompt.instructionFiles', undefined, Workspace);
      }
      const told = rules(await sent());
      assert.deepEqual(
        gone.filter(rule => told.includes(rule)),
        [],
      );
      assert.ok(told.length >= 4);
    });

  test('of the settings stand last', async () => {
    await set('prompt.instructions', 'Say rule-setting.');
    try {
      const { provenance } = await explain(person);
      assert.equal(rules(await sent()).at(-1), 'rule-setting');
      assert.match(provenance.join('\n'), /AGENTS\.md, steadfast\.prompt\.instructions/);
    } finally {
      await set('prompt.instructions', undefined);
    }
  });

  const kinds = {
    'AGENTS.md': '',
    'packages/api/AGENTS.md': '',
    'CLAUDE.md': '',
    '.github/copilot-instructions.md': '',
    '.github/instructions/deep/code.instructions.md': '---\napplyTo: "packages/**/*.ts"\n---\n',
  };
  for (const [file, head] of Object.entries(kinds))
    test(`lose their secrets and show what they hide on the way: ${file}`, async () => {
      const before = await vscode.workspace.fs.readFile(fileNamed(file));
      const token = ['ghp', '_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3h9I'].join('');
      await writeFile(file, `${head}Say rule-poison\u200b\u{e0041}.\nconst token = '${token}';\nUse tabs.\n`);
      try {
        const { provenance } = await explain(person);
        const text = await sent();
        assert.ok(text.includes('rule-poison\u27e6hidden'), text);
        assert.deepEqual([text.includes(token), /[\u200b\u{e0041}]/u.test(text)], [false, false]);
        assert.match(provenance.join('\n'), /1 secret masked/);
      } finally {
        await vscode.workspace.fs.writeFile(fileNamed(file), before);
      }
    });

  test('that are a link to a file outside of the folder are not read, and that is said', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'steadfast-outside-'));
    writeFileSync(path.join(outside, 'rules.md'), 'Say rule-outside.\n');
    const link = fileNamed('packages/AGENTS.md').fsPath;
    symlinkSync(path.join(outside, 'rules.md'), link);
    try {
      const { provenance } = await explain(person);
      assert.ok(!rules(await sent()).includes('rule-outside'));
      assert.match(provenance.join('\n'), /not used: [^\n]*packages\/AGENTS\.md \(excluded or not readable\)/);
    } finally {
      rmSync(link);
      rmSync(outside, { recursive: true });
    }
  });

  test('that are a link to others in the folder are told once', async () => {
    const link = fileNamed('packages/CLAUDE.md').fsPath;
    symlinkSync(fileNamed('AGENTS.md').fsPath, link);
    try {
      await explain(person);
      const told = rules(await sent());
      assert.equal(told.filter(rule => rule === 'rule-agents').length, 1);
    } finally {
      rmSync(link);
    }
  });

  test('that an ignore file excludes are not read', async () => {
    await writeFile('.aiignore', 'AGENTS.md\n');
    try {
      await explain(person);
      assert.deepEqual(
        rules(await sent()).filter(rule => rule === 'rule-agents' || rule === 'rule-nested'),
        [],
      );
    } finally {
      await vscode.workspace.fs.delete(fileNamed('.aiignore'));
    }
  });

  test('apply to the files that VS Code would say', () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.ok(document);
    const isMatch = (pattern: string, file: string): boolean => {
      const asked = Object.create(document, { uri: { value: fileNamed(file) } }) as vscode.TextDocument;
      return vscode.languages.match({ pattern: new vscode.RelativePattern(folder, pattern) }, asked) > 0;
    };
    const wrong = globCases.flatMap(([pattern, paths, others]) => [
      ...paths.filter(file => !isMatch(pattern, file)).map(file => `${pattern} misses ${file}`),
      ...others.filter(file => isMatch(pattern, file)).map(file => `${pattern} takes ${file}`),
    ]);
    assert.deepEqual(wrong, []);
  });
});
