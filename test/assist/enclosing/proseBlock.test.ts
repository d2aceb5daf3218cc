import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockAround, enclosingBlock } from '../../../src/assist/enclosing/enclosingBlock.ts';

/** For each line the block that is meant by it, 'first-last'; '-' where there is none. */
function blocks(language: string, ...lines: readonly string[]): readonly string[] {
  return lines.map((_, line) => {
    const found = enclosingBlock({ text: lines.join('\n'), language, line });
    return found ? `${found.first}-${found.last}` : '-';
  });
}

test('in Markdown a line means what stands below its heading, and a heading its whole section', () => {
  const found = blocks('markdown', '# Title', 'intro', '', '## One', 'text', '### Deeper', 'more', '## Two', 'end');
  assert.deepEqual(found, ['0-8', '0-1', '0-2', '3-6', '3-4', '5-6', '5-6', '7-8', '7-8']);
});

test('what begins with # in a block of code is no heading', () => {
  const found = blocks('markdown', '# Install', '```sh', '# first', 'npm ci', '```', '~~~~', '# no', '~~~~', '# Use');
  assert.deepEqual([found[3], found[6], found[8]], ['0-7', '0-7', '8-8']);
});

test('a heading may be underlined; a rule below a list, a table or front matter is none', () => {
  const found = blocks('markdown', 'Title', '=====', 'text', '', 'Part', '----', 'more');
  assert.deepEqual([found[2], found[6]], ['0-2', '4-6']);
  assert.equal(blocks('markdown', '# A', '- one', '---', 'text')[3], '0-3');
  assert.equal(blocks('markdown', '# A', '| a | b |', '---', 'text')[3], '0-3');
});

test('before the first heading, and in plain text, the paragraph is meant', () => {
  assert.deepEqual(blocks('markdown', 'one', 'two', '', '# A')[0], '0-1');
  assert.deepEqual(blocks('plaintext', 'one', 'two', '', '# three', 'four'), ['0-1', '0-1', '-', '3-4', '3-4']);
});

for (const language of ['sql', 'toml', 'dockerfile', 'makefile', 'git-commit', 'latex', 'restructuredtext'])
  test(`in ${language} what stands without an empty line between belongs together`, () => {
    assert.deepEqual(blocks(language, 'a = 1', 'b = 2', '', 'c = 3')[1], '0-1');
  });

test('what a language service calls the section of a line does not make it larger', () => {
  const place = { text: '# A\ntext\n## B\nmore', language: 'markdown', line: 1 };
  assert.deepEqual(blockAround(place, { first: 0, last: 3 }), { first: 0, last: 1 });
});

test('an empty text and a line beyond its end are no fault', () => {
  assert.deepEqual(
    [blocks('markdown', ''), enclosingBlock({ text: '# A', language: 'markdown', line: 7 })],
    [['-'], { first: 0, last: 0 }],
  );
});
