import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { marksFor, readBlocks } from '../../../src/assist/edits/readBlocks.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const paths = ['src/tax.ts', 'src/cart.ts', 'README.md'];
const read = (...lines: readonly string[]) => atOnce(readBlocks(lines.join('\n'), paths));
const faults = (...lines: readonly string[]) => read(...lines).map(({ fault }) => fault ?? 'fine');
const files = (...lines: readonly string[]) => read(...lines).map(({ file, fault }) => file ?? fault);
const block = (search = 'a', replace = 'b') => ['<<<<<<< SEARCH', search, '=======', replace, '>>>>>>> REPLACE'];

suite('blocks of an answer', () => {
  test('are read with the file above each', () => {
    assert.deepEqual(read('src/tax.ts', ...block(), 'src/cart.ts', ...block('c', 'd')), [
      { file: 'src/tax.ts', named: 'src/tax.ts', search: ['a'], replace: ['b'] },
      { file: 'src/cart.ts', named: 'src/cart.ts', search: ['c'], replace: ['d'] },
    ]);
  });

  test('may have a fence around each, and words before it', () => {
    assert.deepEqual(files('I change the rate.', '', '```ts', 'src/tax.ts', ...block(), '```'), ['src/tax.ts']);
    assert.deepEqual(files('src/tax.ts', '```typescript', ...block(), '```'), ['src/tax.ts']);
  });

  test('go on with the file of the block before', () => {
    assert.deepEqual(files('src/tax.ts', ...block(), '', ...block('c', 'd')), ['src/tax.ts', 'src/tax.ts']);
  });

  test('whose file is not named are only shown, where there are several files', () => {
    assert.deepEqual(files(...block()), ['no-file']);
  });

  // https://github.com/cline/cline/pull/4427
  test('may have a sign more at their marks', () => {
    assert.deepEqual(faults('src/tax.ts', '<<<<<<< SEARCH>', 'a', '=======', 'b', '>>>>>>> REPLACE>'), ['fine']);
  });

  // https://github.com/cline/cline/issues/4216
  test('that begin with other marks keep none of them in what they put in', () => {
    const [read1] = read('src/tax.ts', '------- SEARCH', 'a', '=======', 'b', '>>>>>>> REPLACE');
    assert.deepEqual(read1?.replace, ['b']);
  });

  // https://github.com/cline/cline/pull/4264
  test('that are not ended are only shown, and so is what the answer breaks off in', () => {
    const open = ['src/tax.ts', '<<<<<<< SEARCH', 'a', '=======', 'b'];
    assert.deepEqual(faults(...open, 'src/cart.ts', ...block()), ['unfinished', 'fine']);
    assert.deepEqual(faults(...open), ['cut']);
  });

  test('that are not ended do not give the next block their file', () => {
    assert.deepEqual(files('src/tax.ts', '<<<<<<< SEARCH', 'a', '=======', 'b', ...block()), ['src/tax.ts', 'no-file']);
  });

  // https://github.com/RooCodeInc/Roo-Code/issues/1408
  test('that hold the marks of a merge are only shown', () => {
    const conflict = ['<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> main'];
    assert.deepEqual(faults('src/tax.ts', '<<<<<<< SEARCH', ...conflict, '=======', 'c', '>>>>>>> REPLACE'), [
      'dividers',
    ]);
  });

  // https://github.com/RooCodeInc/Roo-Code/issues/4988
  test('with longer marks may hold those of a merge', () => {
    const conflict = ['<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> main'];
    const longer = ['<<<<<<<< SEARCH', ...conflict, '========', 'c', '>>>>>>>> REPLACE'];
    assert.deepEqual(read('src/tax.ts', ...longer), [
      { file: 'src/tax.ts', named: 'src/tax.ts', search: conflict, replace: ['c'] },
    ]);
  });

  test('with longer marks may hold those of another block', () => {
    const inner = ['<<<<<<< SEARCH', 'a', '=======', 'b', '>>>>>>> REPLACE'];
    const longer = ['<<<<<<<< SEARCH', ...inner, '========', 'c', '>>>>>>>> REPLACE'];
    assert.deepEqual(
      read('src/tax.ts', ...longer).map(({ search, replace, fault }) => [search, replace, fault]),
      [[inner, ['c'], undefined]],
    );
  });

  // https://github.com/RooCodeInc/Roo-Code/issues/1713
  test('without a line between what is quoted and what is put in are only shown', () => {
    assert.deepEqual(faults('src/tax.ts', '<<<<<<< SEARCH', 'a', '>>>>>>> REPLACE'), ['dividers']);
  });

  test('are read with the line ends of Windows', () => {
    const [only] = atOnce(readBlocks(['src/tax.ts', ...block()].join('\r\n'), paths));
    assert.deepEqual([only?.search, only?.replace], [['a'], ['b']]);
  });
});

suite('marks', () => {
  test('are as long as usual where no line looks like one', () => {
    assert.equal(marksFor(['const a = 1;\n', 'Title\n=====\n']), 7);
  });

  test('are longer than whatever looks like one in the files', () => {
    assert.equal(marksFor(['<<<<<<< HEAD\na\n=========\nb\n>>>>>>> main\n']), 10);
  });
});
