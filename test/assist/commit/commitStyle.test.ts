import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitStyle, inStyle, styleWords } from '../../../src/assist/commit/commitStyle.ts';

test('merges and reverts say nothing of the style', () => {
  const style = commitStyle(["Merge branch 'a'", 'Revert "b"', 'fix: c']);
  assert.deepEqual([style.prefixes, style.beginsSmall], [['fix'], true]);
});

test('a repository without messages has no style', () => {
  const { prefixes, beginsSmall, hasBody, taskId } = commitStyle([]);
  assert.deepEqual([prefixes, beginsSmall, hasBody, taskId], [[], undefined, false, undefined]);
  assert.match(styleWords([]), /at most 72 characters\. Where the reason is not plain/);
});

test('bodies and long first lines are asked for where they are usual', () => {
  const history = [`Add a list ${'of things '.repeat(5)}\n\nBecause.`, 'Mend it\n\nSo it is.'];
  assert.match(styleWords(history), /^The first line has at most 60 characters\. .*Behind an empty line follows why/);
});

test('a type that nobody uses there goes, one that is used stays', () => {
  const plain = ['Add a', 'Mend b', 'Read c', 'Show d', 'Sort e'];
  assert.equal(inStyle('refactor(list): split it', plain), 'Split it');
  assert.equal(inStyle('refactor: split it', plain.slice(1)), 'refactor: split it');
});

test('the id of the branch is put where ids stand', () => {
  assert.equal(inStyle('add a', ['ABC-1 b', 'ABC-2 c'], 'feature/ABC-12-names'), 'ABC-12 add a');
  assert.equal(inStyle('ABC-12 add a', ['ABC-1 b', 'ABC-2 c'], 'ABC-12'), 'ABC-12 add a');
  assert.equal(inStyle('feat!: add a', ['feat(ABC-1): b', 'fix(ABC-2): c'], 'ABC-12'), 'feat(ABC-12)!: add a');
  assert.equal(inStyle('add a', ['b', 'c'], 'ABC-12'), 'add a');
});

test('words begin small where all do, names do not', () => {
  const history = ['fix: read', 'feat: add', 'chore: sort'];
  assert.equal(inStyle('docs: Tell more', history), 'docs: tell more');
  assert.equal(inStyle('docs: JavaScript tells more', history), 'docs: JavaScript tells more');
});
