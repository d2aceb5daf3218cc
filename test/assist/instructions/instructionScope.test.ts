import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScoped, scopeVerdict } from '../../../src/assist/instructions/instructionScope.ts';

const verdict = (header: string, file: string | undefined, task = 'ask') =>
  scopeVerdict(readScoped(`---\n${header}\n---\ntext`), { file, task });

test('one for a task is for that task, whatever the file', () => {
  assert.deepEqual(
    [verdict('task: tests, Edit', 'a.ts', 'edit'), verdict('task: [tests]', 'a.ts', 'edit')],
    ['applies', 'not-for-this'],
  );
});

test('with both, both must fit', () => {
  assert.deepEqual(
    [verdict('task: edit\napplyTo: "*.py"', 'a.ts', 'edit'), verdict('task: edit\napplyTo: "*.py"', 'a.py', 'edit')],
    ['not-for-this', 'applies'],
  );
});

test('about no file only what is for all files is said', () => {
  assert.deepEqual(
    [verdict('applyTo: "**"', undefined), verdict('applyTo: "src/**"', undefined)],
    ['applies', 'not-for-this'],
  );
});

test('patterns that could take long are said to be', () => {
  assert.equal(verdict(`applyTo: "${'x'.repeat(501)}"`, 'a.ts'), 'too-involved');
});
