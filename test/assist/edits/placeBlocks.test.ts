import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { placeBlocks } from '../../../src/assist/edits/placeBlocks.ts';
import { readBlocks } from '../../../src/assist/edits/readBlocks.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const lines = (...all: readonly string[]): string => all.join('\n');
const block = (search: string, replace: string): string =>
  lines(
    'a.py',
    '<<<<<<< SEARCH',
    ...(search === '' ? [] : [search]),
    '=======',
    ...(replace === '' ? [] : [replace]),
    '>>>>>>> REPLACE',
  );

/** The text as it would be, and why which blocks are only shown. */
function edited(text: string, ...blocks: readonly string[]) {
  const read = atOnce(readBlocks(blocks.join('\n'), ['a.py']));
  const { files, left } = atOnce(placeBlocks(read, [{ path: 'a.py', uri: 'file:///a.py', language: 'python', text }]));
  const hunks = files.flatMap(({ placed }) => placed.flatMap(each => each.hunks)).toSorted((a, b) => b.start - a.start);
  const after = hunks.reduce((now, hunk) => now.slice(0, hunk.start) + hunk.text + now.slice(hunk.end), text);
  return { after, why: left.map(({ fault }) => fault), hunks };
}

suite('a block', () => {
  test('replaces the lines that it quotes', () => {
    assert.equal(edited('a = 1\nb = 2\nc = 3\n', block('b = 2', 'b = 4')).after, 'a = 1\nb = 4\nc = 3\n');
  });

  test('touches no line that it only quotes', () => {
    const { hunks } = edited('a = 1\nb = 2\nc = 3\n', block('a = 1\nb = 2\nc = 3', 'a = 1\nb = 4\nc = 3'));
    assert.deepEqual(hunks, [{ start: 6, end: 12, text: 'b = 4\n' }]);
  });

  test('may change several places within what it quotes, each by itself', () => {
    const { hunks } = edited('a = 1\nb = 2\nc = 3\n', block('a = 1\nb = 2\nc = 3', 'a = 0\nb = 2\nc = 0'));
    assert.equal(hunks.length, 2);
  });

  // https://github.com/Aider-AI/aider/issues/3883, https://github.com/mito-ds/mito/pull/2026
  test('whose lines stand in several places is only shown', () => {
    const text = 'a = 1\nb = 2\na = 1\n';
    assert.deepEqual(edited(text, block('a = 1', 'a = 4')), { after: text, why: ['several'], hunks: [] });
  });

  test('whose lines stand there once as they are and once further in is applied where they are as they are', () => {
    assert.equal(edited('a = 1\nif b:\n  a = 1\n', block('a = 1', 'a = 4')).after, 'a = 4\nif b:\n  a = 1\n');
  });

  test('whose lines stand nowhere is only shown', () => {
    assert.deepEqual(edited('a = 1\n', block('z = 1', 'z = 4')).why, ['missing']);
  });

  // https://github.com/cline/cline/issues/11439
  test('that quotes half of a line is only shown', () => {
    assert.deepEqual(edited('a = 1 # one\n', block('a = 1', 'a = 4')).why, ['missing']);
  });

  // https://github.com/google-gemini/gemini-cli/issues/1497, https://github.com/google-gemini/gemini-cli/issues/4056
  test('keeps the line ends of Windows', () => {
    assert.equal(edited('a = 1\r\nb = 2\r\n', block('a = 1', 'a = 3\na = 4')).after, 'a = 3\r\na = 4\r\nb = 2\r\n');
  });

  test('keeps that a file ends without a line end', () => {
    assert.equal(edited('a = 1\nb = 2', block('b = 2', 'b = 3\nc = 4')).after, 'a = 1\nb = 3\nc = 4');
    assert.equal(edited('a = 1\nb = 2', block('b = 2', 'b = 2\nc = 4')).after, 'a = 1\nb = 2\nc = 4');
    assert.equal(edited('a = 1\nb = 2', block('a = 1\nb = 2', 'a = 1')).after, 'a = 1');
  });

  // https://github.com/dyad-sh/dyad/pull/4338
  test('brings no empty line that only ends what it quotes', () => {
    assert.equal(edited('a = 1\nb = 2\n', block('\na = 1\n', '\na = 3\n')).after, 'a = 3\nb = 2\n');
    assert.equal(edited('a = 1\nb = 2\n', block('b = 2\n', 'b = 3\n')).after, 'a = 1\nb = 3\n');
  });

  test('takes lines away', () => {
    assert.equal(edited('a = 1\nb = 2\nc = 3\n', block('b = 2', '')).after, 'a = 1\nc = 3\n');
    assert.equal(edited('a = 1\n', block('a = 1', '')).after, '');
  });

  // https://github.com/genai-io/gen-code/pull/388
  test('that quotes other blanks in front of all its lines gets those of the file', () => {
    const text = 'if a:\n    b = 1\n    if c:\n        d = 2\n';
    assert.equal(
      edited(text, block('b = 1\nif c:', 'b = 2\nif e:')).after,
      'if a:\n    b = 2\n    if e:\n        d = 2\n',
    );
    assert.equal(edited('b = 1\n', block('    b = 1', '    if c:\n        b = 1')).after, 'if c:\n    b = 1\n');
  });

  test('that quotes other blanks at the end of a line leaves those of the file', () => {
    assert.equal(edited('a = 1  \nb = 2\n', block('a = 1\nb = 2', 'a = 1\nb = 3')).after, 'a = 1  \nb = 3\n');
  });

  // https://github.com/RooCodeInc/Roo-Code/issues/1559
  test('whose blanks differ from line to line is only shown', () => {
    assert.deepEqual(edited('if a:\n    b = 1\n', block('if a:\n  b = 1', 'if a:\n  b = 2')).why, ['missing']);
    assert.deepEqual(edited('if a:\n\tb = 1\n', block('if a:\n    b = 1', 'if a:\n    b = 2')).why, ['missing']);
  });

  test('whose lines stand in several places but for their blanks is only shown', () => {
    assert.deepEqual(edited('if a:\n  b = 1\nelse:\n    b = 1\n', block('b = 1', 'b = 2')).why, ['several']);
  });

  // https://github.com/OpenHands/openhands-aci/pull/155
  test('that quotes nothing fills an empty file, and is only shown for another', () => {
    assert.equal(edited('', block('', 'a = 1')).after, 'a = 1\n');
    assert.deepEqual(edited('a = 1\n', block('', 'b = 1')).why, ['empty']);
  });

  // https://github.com/dyad-sh/dyad/pull/1899, https://github.com/RooCodeInc/Roo-Code/pull/1861
  test('that changes nothing is only shown', () => {
    assert.deepEqual(edited('a = 1\n', block('a = 1', 'a = 1')).why, ['same']);
  });

  // https://github.com/NousResearch/hermes-agent/pull/68512
  test('with a remark in place of code is only shown', () => {
    const long = block('def a():\n    b = 1\n    c = 2', 'def a():\n    # ... rest of the code unchanged');
    assert.deepEqual(edited('def a():\n    b = 1\n    c = 2\n', long).why, ['elided']);
  });

  // https://github.com/RooCodeInc/Roo-Code/issues/1628
  test('with the numbers of lines is only shown', () => {
    assert.deepEqual(edited('a = 1\nb = 2\n', block('1 | a = 1', '1 | a = 3')).why, ['missing']);
  });

  // https://github.com/cline/cline/pull/2443
  test('with signs written as entities is only shown', () => {
    assert.deepEqual(edited('a = b < c\n', block('a = b &lt; c', 'a = b &lt;= c')).why, ['missing']);
  });

  // https://github.com/google-gemini/gemini-cli/issues/26209
  test('leaves what is escaped as it is', () => {
    assert.equal(edited('a = "1\\n"\n', block('a = "1\\n"', 'a = "$&\\n$1"')).after, 'a = "$&\\n$1"\n');
  });
});

suite('several blocks', () => {
  // https://github.com/cline/cline/issues/4067
  test('may come in any order', () => {
    const text = 'a = 1\nb = 2\nc = 3\n';
    assert.equal(edited(text, block('c = 3', 'c = 4'), block('a = 1', 'a = 2')).after, 'a = 2\nb = 2\nc = 4\n');
  });

  // https://github.com/RooCodeInc/Roo-Code/issues/2940
  test('are applied all of them, and those that cannot be are named', () => {
    const { after, why } = edited('a = 1\nb = 2\n', block('a = 1', 'a = 4'), block('x', 'y'), block('b = 2', 'b = 5'));
    assert.deepEqual([after, why], ['a = 4\nb = 5\n', ['missing']]);
  });

  test('that build upon each other are not: the second is only shown', () => {
    assert.deepEqual(edited('a = 1\n', block('a = 1', 'a = 2'), block('a = 2', 'a = 3')).why, ['missing']);
  });

  test('that change the same lines are not: the second is only shown', () => {
    const { after, why } = edited('a = 1\nb = 2\n', block('a = 1', 'a = 2'), block('a = 1\nb = 2', 'a = 3\nb = 2'));
    assert.deepEqual([after, why], ['a = 2\nb = 2\n', ['overlaps']]);
  });

  test('may quote the same lines around what they change', () => {
    const { after } = edited(
      'a = 1\nb = 2\nc = 3\n',
      block('a = 1\nb = 2', 'a = 4\nb = 2'),
      block('b = 2\nc = 3', 'b = 2\nc = 5'),
    );
    assert.equal(after, 'a = 4\nb = 2\nc = 5\n');
  });

  test('that put lines to the same place are not: nobody knows in which order', () => {
    assert.deepEqual(edited('a = 1\n', block('a = 1', 'a = 1\nb'), block('a = 1', 'a = 1\nc')).why, ['overlaps']);
  });

  test('that are the same are one', () => {
    const { after, why } = edited('a = 1\n', block('a = 1', 'a = 2'), block('a = 1', 'a = 2'));
    assert.deepEqual([after, why], ['a = 2\n', ['repeated']]);
  });
});
