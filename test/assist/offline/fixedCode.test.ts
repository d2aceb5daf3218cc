import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedCode } from '../../../src/assist/offline/fixedCode.ts';

test('changes are made where they stand, in any order', () => {
  const pieces = [
    { from: 4, to: 5, text: 'D' },
    { from: 0, to: 1, text: '' },
  ];
  assert.equal(fixedCode('abcd e', pieces), 'bcdDe');
});

test('changes that reach beyond the code, or over one another, are none', () => {
  assert.equal(fixedCode('ab', [{ from: 1, to: 3, text: 'x' }]), undefined);
  const over = [
    { from: 0, to: 2, text: 'x' },
    { from: 1, to: 2, text: 'y' },
  ];
  assert.equal(fixedCode('ab', over), undefined);
  assert.equal(fixedCode('ab', []), undefined);
});
