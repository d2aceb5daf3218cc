import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseInstructions, type ReadInstruction } from '../../../src/assist/instructions/chooseInstructions.ts';

const read = (file: string, more: Partial<ReadInstruction> = {}): ReadInstruction => ({
  kind: 'agents',
  file,
  text: `rules of ${file}`,
  real: file,
  ...more,
});

test('the order stays, and what is the same is told at its last place', () => {
  const { used } = chooseInstructions([
    read('a'),
    read('b', { text: 'rules of a' }),
    read('c', { real: 'a' }),
    read('d'),
  ]);
  assert.deepEqual(
    used.map(({ file }) => file),
    ['b', 'c', 'd'],
  );
});

test('what says nothing is not told', () => {
  assert.deepEqual(chooseInstructions([read('a', { text: ' \n' })]).used, []);
});

test('of too many files the nearest are told, and the others named', () => {
  const { used, unused } = chooseInstructions(Array.from({ length: 22 }, (_, at) => read(`${at}`)));
  assert.deepEqual([used.length, used.at(-1)?.file, unused.map(({ file }) => file)], [20, '21', ['0', '1']]);
});
