import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { appliedPieces } from '../../../src/assist/checkpoints/appliedPieces.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { takeBack } from '../../../src/editor/checkpoints/takeBack.ts';
import { createFileGuard } from '../../../src/editor/present/createFileGuard.ts';
import { DocumentWriter } from '../../../src/editor/present/documentWriter.ts';
import type { Checkpoint, CheckpointFile } from '../../../src/interaction/checkpoints/checkpoint.ts';
import { realPathOf } from '../../../src/storage/realPath.ts';
import { askedPaths, neverPaths } from '../../assist/guard/guardedPaths.ts';
import { fileNamed } from '../support/documents.ts';
import { wrongAmong } from '../support/wrongAmong.ts';
import { noLearning } from '../support/noLearning.ts';

const text = 'first\nsecond\nthird\nfourth\n';

/** The ways in which taking back writes. */
const operations = ['one file', 'several files', 'a file that goes'] as const;
type Operation = (typeof operations)[number];

let questions = 0;
const guard = createFileGuard({
  realPathOf,
  confirm: () => {
    questions += 1;
    return Promise.resolve(false);
  },
});
const notKept = { keep: () => Promise.resolve(''), settle: () => Promise.resolve(), forget: () => Promise.resolve() };
const writer = new DocumentWriter({ guard, checkpoints: notKept, learning: noLearning });
const checkpoint: Checkpoint = { id: 'a', at: 0, title: 'edit', summary: '', files: [], size: 0 };

/** As if the second line had been another one, or nothing had been there. */
function changedFile(uri: vscode.Uri, wasNew: boolean): CheckpointFile {
  const [before, replaced] = wasNew
    ? ['', [{ start: 0, end: 0, text }]]
    : [text.replace('second', '2nd'), [{ start: 6, end: 9, text: 'second' }]];
  return { uri: uri.toString(), pieces: atOnce(appliedPieces(before, replaced)), ...(wasNew && { wasNew }) };
}

/** Tries to take back; the user agrees to what taking back itself asks, and to nothing that the guard asks. */
async function takenBack(operation: Operation, guarded: vscode.Uri, plain: vscode.Uri) {
  const file = changedFile(guarded, operation === 'a file that goes');
  const files = operation === 'several files' ? [changedFile(plain, false), file] : [file];
  const checkpoints = { filesOf: () => Promise.resolve(files) };
  return takeBack(checkpoint, { checkpoints, guard, writer, user: { confirm: () => Promise.resolve(true) } });
}

suite('what guards files holds for every way of taking back', () => {
  const paths = [...neverPaths, ...askedPaths];
  const root = (at: number, name: string) => fileNamed(path.posix.join(`taken-${at}`, name));

  suiteSetup(async function () {
    this.timeout(60_000);
    for (const [at, name] of paths.entries()) {
      const file = root(at, name).fsPath;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      await symlink(file, root(at, 'a-link.txt').fsPath);
      await writeFile(root(at, 'plain.txt').fsPath, text);
    }
  });

  for (const [turn, operation] of operations.entries())
    test(`${operation}, by its name or by a link`, async function () {
      this.timeout(120_000);
      const before = questions;
      const wrong = await wrongAmong(paths, async (file, at) => {
        const uri = root(at, (at + turn) % 2 === 0 ? file : 'a-link.txt');
        const { refusal, files } = await takenBack(operation, uri, root(at, 'plain.txt'));
        const why = files.find(each => each.why !== undefined)?.why;
        const isRight = neverPaths.includes(file) ? why !== undefined : refusal === '';
        return isRight && (await readFile(root(at, file).fsPath, 'utf8')) === text;
      });
      const dirty = vscode.workspace.textDocuments.filter(
        ({ isDirty, uri }) => isDirty && !uri.path.endsWith('plain.txt'),
      );
      assert.ok(paths.length >= 120);
      assert.deepEqual([wrong, dirty.length, questions - before], [[], 0, askedPaths.length]);
    });

  test('how to take an edit back is kept before anything is changed, and forgotten when nothing is', async () => {
    const uri = fileNamed('kept-first.txt');
    await writeFile(uri.fsPath, text);
    const document = await vscode.workspace.openTextDocument(uri);
    const log: string[] = [];
    const note = (what: string) => () => Promise.resolve(void log.push(what));
    const keep = () => Promise.resolve(document.getText() === text ? 'unchanged' : 'changed').then(log.push.bind(log));
    const noting = new DocumentWriter({
      learning: noLearning,
      guard,
      checkpoints: { keep: () => keep().then(String), settle: note('settled'), forget: note('forgotten') },
    });
    const first = [{ range: new vscode.Range(0, 0, 0, 5), text: '1st' }];
    const answers = ['changed meanwhile', first];
    const write = async (edits: () => typeof first | string) => {
      const file = await guard.check(uri);
      return typeof file === 'string' ? file : noting.write(file, edits, { title: 'edit', summary: '' });
    };
    assert.equal(await write(() => answers.pop() ?? ''), 'changed meanwhile');
    assert.equal(await write(() => first), undefined);
    assert.deepEqual([log, document.lineAt(0).text], [['unchanged', 'forgotten', 'unchanged', 'settled'], '1st']);
  });
});
