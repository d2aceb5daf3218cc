import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CountedText } from '../../../src/core/prompt/countedText.ts';
import { ExactCounts } from '../../../src/core/prompt/exactCounts.ts';
import { lineGroups } from '../../../src/core/prompt/lineGroups.ts';
import { loadExactTokens } from '../../../src/libraries/exactTokens.ts';

const numRuns = Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 1_000);

/** What a tokenizer joins across line breaks, and what it does not. */
const pieces = fc.constantFrom(
  ...['\n', '\n', '\r\n', '\r', '/', '//', ';', '{', '});', ' ', '    ', '\t', '\u00a0', '\u2028', '\u3000'],
  ...['x', 'word', 'Word', 'ABC', "it's", '12', '1234', 'ü', '中文', '。', '🙂', '-', '---', '<|endoftext|>', '\ufeff'],
);
const texts = fc.array(pieces, { maxLength: 40 }).map(parts => parts.join(''));

test('the tokens of the groups of a text are those of the text', async () => {
  const count = await loadExactTokens();
  fc.assert(
    fc.property(texts, text => {
      const groups = lineGroups(text);
      assert.equal(groups.join(''), text);
      assert.equal(
        groups.reduce((sum, group) => sum + count(group), 0),
        count(text),
      );
    }),
    { numRuns },
  );
});

test('ordinary code has a group for each line that is not empty', () => {
  assert.deepEqual(lineGroups('if (a) {\n  b();\n\n  c();\n}\n'), ['if (a) {\n', '  b();\n\n', '  c();\n', '}\n']);
});

test('an edited document has the tokens of its new text', async () => {
  const count = await loadExactTokens();
  const counts = new ExactCounts({ load: loadExactTokens, pause: () => Promise.resolve(), now: () => 0 });
  const remembering = await counts.counter();
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), texts), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(texts, edits, (text, changes) => {
      const document = new CountedText(text, remembering);
      let now = text;
      for (const [place, length, inserted] of changes) {
        const start = place % (now.length + 1);
        const removed = Math.min(length, now.length - start);
        now = now.slice(0, start) + inserted + now.slice(start + removed);
        document.edit(start, removed, inserted);
        assert.equal(document.text, now);
        assert.equal(document.tokens, count(now));
      }
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
});

test('an edit counts only the groups around it', () => {
  const counted: string[] = [];
  const text = Array.from({ length: 1_000 }, (_, line) => `line ${line}\n`).join('');
  const document = new CountedText(text, group => (counted.push(group), 1));
  counted.length = 0;
  document.edit(text.indexOf('line 500'), 4, 'row');
  assert.ok(counted.length <= 8, `${counted.length} groups`);
  assert.equal(document.tokens, 1_000);
});
