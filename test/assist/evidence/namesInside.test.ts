import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesInside, type DeclaredName } from '../../../src/assist/evidence/namesInside.ts';

const declared = (name: string, ...children: readonly DeclaredName[]): DeclaredName => ({
  name,
  isDeclaration: true,
  children,
});

test('what a file declares stands in a line, with what that holds', () => {
  assert.equal(
    namesInside([declared('Tax', declared('of'), declared('rate')), declared('round')]),
    'Tax (of, rate), round',
  );
});

test('keys, texts and names that are whole sentences are not told', () => {
  const key = { ...declared('password: hunter2'), isDeclaration: false };
  assert.equal(namesInside([key, declared('it '.repeat(40)), declared(' '), declared('Tax', key)]), 'Tax');
});

test('of many names the first are told', () => {
  const many = Array.from({ length: 100 }, (_, at) => declared(`name${at}`));
  const told = namesInside([declared('Whole', ...many), ...many]);
  assert.deepEqual([told.split('name').length - 1, told.startsWith('Whole (name0, ')], [8 + 11, true]);
});
