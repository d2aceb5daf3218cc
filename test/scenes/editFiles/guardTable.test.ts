import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { suite, suiteSetup, test } from 'mocha';
import type * as vscode from 'vscode';
import { createFileGuard } from '../../../src/editor/present/createFileGuard.ts';
import { DocumentWriter } from '../../../src/editor/present/documentWriter.ts';
import { pendingFile } from '../../../src/editor/present/guardedEdit.ts';
import type { PendingEdit, PendingFile } from '../../../src/editor/present/pendingEdit.ts';
import { changeOfBlocks } from '../../../src/editor/present/proposedChange.ts';
import { writeEdit } from '../../../src/editor/present/writeEdit.ts';
import { realPathOf } from '../../../src/storage/realPath.ts';
import { askedPaths, neverPaths } from '../../assist/guard/guardedPaths.ts';
import { fileNamed } from '../support/documents.ts';
import { wrongAmong } from '../support/wrongAmong.ts';
import { noLearning } from '../support/noLearning.ts';

const text = 'first\nsecond\nthird\nfourth\n';
const block = (search: string, replace: string) => ({ file: 'a', named: 'a', search: [search], replace: [replace] });
const blocks = [block('first', '1st'), block('fourth', '4th')];

/** The ways in which an edit is written. */
const operations = ['one file', 'several files', 'some of the changes'] as const;

let questions = 0;
const guard = createFileGuard({
  realPathOf,
  confirm: () => {
    questions += 1;
    return Promise.resolve(false);
  },
});

async function pendingOf(uri: vscode.Uri): Promise<PendingFile> {
  const change = changeOfBlocks({ uri: uri.toString(), path: 'a', language: 'text', blocks });
  const file = await pendingFile({ uri: uri.toString(), change }, String(Math.random()), guard);
  if (typeof file === 'string') throw new Error(file);
  return file;
}

/** Tries to write, and says what came of it in the files. */
async function written(operation: (typeof operations)[number], guarded: vscode.Uri, plain: vscode.Uri) {
  const file = await pendingOf(guarded);
  const files = operation === 'several files' ? [await pendingOf(plain), file] : [file];
  const pending: PendingEdit = {
    proposal: { task: 'editFiles', files: [], title: '', summary: '' },
    files: files.map(each => ({ ...each, refusal: undefined })), // as if it were known only when it is written
    refusal: undefined,
    left: new Set(operation === 'some of the changes' ? ['0:1'] : []),
  };
  const refusal = await writeEdit(pending, {
    guard,
    writer: new DocumentWriter({
      learning: noLearning,
      guard,
      checkpoints: {
        keep: () => Promise.resolve(''),
        settle: () => Promise.resolve(),
        forget: () => Promise.resolve(),
      },
    }),
    findingsIn: () => Promise.resolve([]),
    signal: new AbortController().signal,
  });
  const changed = files.filter(({ document }) => document.getText() !== text || document.isDirty).length;
  return { refusal, changed };
}

suite('what guards files holds for every way of writing an edit', () => {
  const paths = [...neverPaths, ...askedPaths];
  const root = (at: number, name: string) => fileNamed(path.posix.join(`guarded-${at}`, name));

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

  test('there are enough of them', () => assert.ok(paths.length >= 120, String(paths.length)));

  for (const [turn, operation] of operations.entries())
    test(`${operation}, by its name or by a link`, async function () {
      this.timeout(120_000);
      const before = questions;
      const wrong = await wrongAmong(paths, async (file, at) => {
        const uri = root(at, (at + turn) % 2 === 0 ? file : 'a-link.txt');
        const { refusal, changed } = await written(operation, uri, root(at, 'plain.txt'));
        const isRight = neverPaths.includes(file) ? refusal !== '' : refusal === '';
        const isThere = (await readFile(root(at, file).fsPath, 'utf8')) === text;
        return refusal !== undefined && changed === 0 && isRight && isThere;
      });
      assert.deepEqual([wrong, questions - before], [[], askedPaths.length]);
    });

  for (const operation of operations)
    test(`${operation}: an ordinary file is written, and left unsaved`, async () => {
      const uri = root(0, `ordinary-${operations.indexOf(operation)}.txt`);
      const plain = root(0, `beside-${operations.indexOf(operation)}.txt`);
      for (const each of [uri, plain]) await writeFile(each.fsPath, text);
      const { refusal, changed } = await written(operation, uri, plain);
      assert.deepEqual([refusal, changed], [undefined, operation === 'several files' ? 2 : 1]);
      assert.equal(await readFile(uri.fsPath, 'utf8'), text);
    });
});
