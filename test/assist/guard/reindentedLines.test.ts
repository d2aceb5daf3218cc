import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { reindentedLines } from '../../../src/assist/guard/reindentedLines.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const before = 'def pay(user):\n    if user.is_admin:\n        log(user)\n        refund(user)\n    close()\n';
const count = (after: string, language = 'python') => atOnce(reindentedLines({ before, after }, language));

suite('lines of which a diff marks nothing', () => {
  test('are one that has left its if', () => {
    assert.equal(count(before.replace('        refund', '    refund')), 1);
  });

  test('are those that a new block holds', () => {
    const held = before.replace(/^ {4}/gm, '        ').replace('def pay(user):\n', 'def pay(user):\n    with lock:\n');
    assert.equal(count(held), 4);
  });

  test('are none where nothing else has changed', () => assert.equal(count(before), 0));

  test('are no lines that were added, removed or rewritten', () => {
    assert.equal(count(before.replace('log(user)', 'audit(user)').replace('    close()\n', '')), 0);
  });

  test('are none for blanks at their end, and none for blank lines', () => {
    assert.equal(count(before.replace('close()', 'close()   \n    ')), 0);
  });

  test('are none in a language of braces', () => {
    assert.equal(count(before.replace('        refund', '    refund'), 'typescript'), 0);
  });

  test('are counted in keys of YAML', () => {
    const [old, after] = ['a:\n  b: 1\nc: 2\n', 'a:\n  b: 1\n  c: 2\n'];
    assert.equal(atOnce(reindentedLines({ before: old, after }, 'yaml')), 1);
  });
});
