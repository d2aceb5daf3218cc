import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fenceAround, readReply } from '../../../../src/core/confidence/reading/blocks.ts';

test('takes a block out of the prose around it', () => {
  const reply = readReply('Here:\n\n```ts\nconst a = 1;\n```\n\nDone.');
  assert.deepEqual(reply.blocks, [{ info: 'ts', code: 'const a = 1;', closed: true }]);
  assert.equal(reply.prose.replaceAll('\n', ''), 'Here:Done.');
});

test('a longer fence holds shorter ones', () => {
  assert.equal(readReply('````md\n```js\na\n```\n````').blocks[0]?.code, '```js\na\n```');
});

test('a fence of the same length inside of another is read in pairs when only that closes them all', () => {
  const reply = readReply('```markdown\n# A\n```bash\nls\n```\ntext\n```');
  assert.deepEqual(reply.blocks, [{ info: 'markdown', code: '# A\n```bash\nls\n```\ntext', closed: true }]);
});

test('tildes are fences too, and backticks do not close them', () => {
  assert.equal(readReply('~~~py\n```\nx\n~~~').blocks[0]?.code, '```\nx');
});

test('line ends of Windows are line ends', () => {
  assert.equal(readReply('```\r\na\r\nb\r\n```\r\n').blocks[0]?.code, 'a\nb');
});

test('a block that stands in a list loses the indentation of the list', () => {
  assert.equal(
    readReply('1. Write\n\n   ```ts\n   if (a) {\n     b();\n   }\n   ```').blocks[0]?.code,
    'if (a) {\n  b();\n}',
  );
});

test('a fence deep inside of the code does not close it', () => {
  const code = 'def f():\n    """\n        ```\n    """';
  assert.equal(readReply(`\`\`\`python\n${code}\n\`\`\``).blocks[0]?.code, code);
});

test('an answer that ends within a block says so', () => {
  assert.deepEqual(readReply('```ts\nconst a').blocks, [{ info: 'ts', code: 'const a', closed: false }]);
});

test('the language is the first word, without what some put behind it', () => {
  const infos = ['```ts title="a.ts"', '```TS', '```js:src/a.js', '```{.python}', '```'].map(
    fence => readReply(`${fence}\nx\n\`\`\``).blocks[0]?.info,
  );
  assert.deepEqual(infos, ['ts', 'ts', 'js', '', '']);
});

test('thoughts that a local server lets through are no part of the answer', () => {
  assert.equal(readReply('<think>\n```ts\nwrong\n```\n</think>\n```ts\nright\n```').blocks.length, 1);
});

test('whatever stands in a fence that was made for it comes out as it went in', () => {
  const code = fc.array(fc.constantFrom('```', '````ts', '~~~', 'a', '  b', '', '\t`x`', '`````'), { minLength: 1 });
  fc.assert(
    fc.property(code, lines => {
      const text = lines.join('\n');
      const fence = fenceAround(text);
      assert.deepEqual(readReply(`${fence}ts\n${text}\n${fence}`).blocks, [{ info: 'ts', code: text, closed: true }]);
    }),
  );
});

test('no line of an answer gets lost', () => {
  const answer = fc.array(fc.constantFrom('```', '```ts', '~~~~', 'word', '   ```', ''));
  fc.assert(
    fc.property(answer, lines => {
      const { blocks, prose } = readReply(lines.join('\n'));
      const kept = [prose, ...blocks.map(block => block.code)].join('\n');
      assert.equal(kept.split('word').length, lines.join('\n').split('word').length);
    }),
  );
});
