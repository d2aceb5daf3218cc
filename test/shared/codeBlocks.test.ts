import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { codeBlocks } from '../../src/shared/codeBlocks.ts';

/** The closed fences that a whole Markdown parser sees. */
function parsedBlocks(text: string): readonly string[] {
  return new MarkdownIt()
    .parse(text, {})
    .filter(({ type }) => type === 'fence')
    .map(({ content }) => content);
}

test('fenced blocks are counted from the first, with their language and their lines', () => {
  const text = 'a\n\n```ts title="x"\nlet a = 1;\n\nlet b;\n```\n\n~~~\n```\n~~~\n\n````md\n```js\n1\n```\n````\n';
  assert.deepEqual(codeBlocks(text), [
    { language: 'ts', code: 'let a = 1;\n\nlet b;\n' },
    { language: '', code: '```\n' },
    { language: 'md', code: '```js\n1\n```\n' },
  ]);
});

test('a block that was never closed is not counted', () => {
  assert.deepEqual(codeBlocks('```ts\nlet a = 1;\n'), []);
});

test('inline code with three backticks opens nothing', () => {
  assert.deepEqual(codeBlocks('```a``` and\n\n```\nb\n```\n'), [{ language: '', code: 'b\n' }]);
});

for (const [where, text, code] of [
  ['a list', '1. first\n\n   ```ts\n   a\n     b\n\n   c\n   ```\n', 'a\n  b\n\nc\n'],
  ['a nested list', '- a\n  - b\n\n    ```\n    c\n    ```\n', 'c\n'],
  ['a list item of its own', '- ```\n  c\n  ```\n', 'c\n'],
  ['a quote', '> ```py\n> a\n>\n>   b\n> ```\n', 'a\n\n  b\n'],
  ['lines ended as on Windows', '```\r\na\r\n```\r\n', 'a\n'],
] as const) {
  test(`a block in ${where} is the one that the parser shows`, () => {
    assert.deepEqual(
      codeBlocks(text).map(block => block.code),
      [code],
    );
    assert.deepEqual(parsedBlocks(text), [code]);
  });
}

test('answers as models write them hold the blocks that the parser shows', () => {
  const line = fc.constantFrom(
    'let a = 1;',
    '  indented();',
    '',
    '# a comment',
    '- not a list',
    '``inline``',
    '> x',
    '\tb',
  );
  const code = fc.array(line, { maxLength: 5 }).map(lines => lines.join('\n'));
  const fence = fc.tuple(fc.constantFrom('```', '````', '~~~'), fc.constantFrom('', 'ts', 'python'), code);
  const block = fc.oneof(
    fence.map(([mark, language, lines]) => `${mark}${language}\n${lines}\n${mark}`),
    fc.constantFrom('Some words.', '## A heading', '- one\n- two', '| a | b |\n|---|---|\n| 1 | 2 |', '> quoted'),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), parts => {
      const text = parts.join('\n\n');
      assert.deepEqual(
        codeBlocks(text).map(each => each.code),
        parsedBlocks(text),
      );
    }),
    { numRuns: 1_000 },
  );
});
