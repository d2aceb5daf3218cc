import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readSourceTree } from '../support/sourceTree.ts';

const { sources } = readSourceTree(path.join(import.meta.dirname, '../../src'));

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const saying = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(withoutComments(text))).map(source => source.path);

test('the text of documents is read in one file, which asks whether it may be; only what changes it, or follows findings in it, compares with it besides', () => {
  assert.deepEqual(saying(/\.(?:getText|lineAt)\(/), [
    'editor/asking/readableText.ts',
    'editor/checkpoints/takeBack.ts',
    'editor/learned/followEdits.ts', // only whether what it wrote still stands
    'editor/present/documentWriter.ts',
    'editor/present/findingMarks.ts',
    'editor/present/insertInto.ts',
    'editor/present/proposedChange.ts',
  ]);
});

test('documents are opened only to show an edit in them, and to show what was measured or decided', () => {
  assert.deepEqual(saying(/\.openTextDocument\(/), [
    'editor/platform/showUnsaved.ts',
    'editor/present/documentWriter.ts',
  ]);
});

test('files of the workspace are read in that one file, and the ignore files themselves', () => {
  assert.deepEqual(saying(/workspace\.fs\.readFile\(/), [
    'editor/asking/ignoreFiles.ts',
    'editor/asking/readableText.ts',
  ]);
});

test('no file is read past VS Code but those of our own storage', () => {
  const found = saying(/from 'node:fs(?:\/promises)?'/).filter(file => !file.startsWith('storage/'));
  assert.deepEqual(found, ['editor/asking/realUri.ts', 'libraries/linuxOwners.ts', 'libraries/newErrors/worker.ts']);
});

test('what may be read is decided in that file alone, so that nobody asks for the half of it', () => {
  assert.deepEqual(saying(/\b(?:isSecretFile|isIgnored|isMostlySecrets)\(/), [
    'assist/reading/mostlySecrets.ts',
    'assist/reading/secretFiles.ts',
    'editor/asking/ignoreFiles.ts',
    'editor/asking/readableText.ts',
  ]);
});

test('a text that may be read is made nowhere else', () => {
  assert.deepEqual(saying(/new ReadableText\(/), ['editor/asking/readableText.ts']);
});
