import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { offlinePhrases } from '../../src/interaction/text/offlineText.ts';
import { offlineAnswer } from '../../src/assist/offlineAnswer.ts';
import { codeBlocks } from '../../src/shared/codeBlocks.ts';
import { ask } from '../support/scripted.ts';
import type { Facts, Question } from '../../src/core/model/question.ts';

const nothing: Facts = {
  file: 'src/cart.ts',
  language: 'typescript',
  startLine: 3,
  endLine: 9,
  symbol: '',
  symbolKind: '',
  hovers: [],
  diagnostics: [],
  references: [],
  children: [],
};

const answered = (facts: Partial<Facts>, task: 'explain' | 'edit' = 'explain') =>
  offlineAnswer(offlinePhrases)(ask({ task, facts: async () => ({ ...nothing, ...facts }) }).question);

test('it says first that no model was asked', async () => {
  const answer = await answered({});
  assert.match(answer?.text ?? '', /^No model was asked\./);
  assert.deepEqual([answer?.freshness, answer?.degraded], ['offline', ['offline']]);
});

test('it compiles what the language services know', async () => {
  const answer = await answered({
    symbol: 'total',
    symbolKind: 'Function',
    hovers: ['function total(items: Item[]): number'],
    diagnostics: [{ line: 5, severity: 'Error', message: 'Object is possibly undefined.' }],
    references: [{ file: 'src/main.ts', line: 12 }],
    children: [{ name: 'sum', kind: 'Variable', line: 4 }],
  });
  for (const part of ['total', 'items: Item[]', 'possibly undefined', 'src/main.ts:12', 'sum'])
    assert.equal(answer?.text.includes(part), true, part);
});

test('where nothing is known it says so', async () => {
  assert.match((await answered({}))?.text ?? '', /know nothing more/);
});

test('a fence in a documentation comment cannot end the block it stands in', async () => {
  const hover = 'Use it so:\n```\ntotal([])\n```\n![x](http://evil.test/x.png)';
  const answer = await answered({ hovers: [hover] });
  assert.equal(codeBlocks(answer?.text ?? '')[0]?.code, `${hover}\n`);
});

test('a long list of uses is cut, and says how many are left out', async () => {
  const references = Array.from({ length: 30 }, (_, line) => ({ file: 'a.ts', line }));
  assert.match((await answered({ references }))?.text ?? '', /and 18 more/);
});

test('there is no edit without a model', async () => {
  assert.equal(await answered({}, 'edit'), undefined);
});

test('it cost nothing and pretends nothing', async () => {
  const { text: _, ...rest } = (await answered({})) ?? { text: '' };
  assert.deepEqual(rest, {
    from: 'offline',
    model: '',
    usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, exact: true },
    freshness: 'offline',
    ageMs: 0,
    finish: 'stop',
    degraded: ['offline'],
  });
});

test('a question in words is said to be open still', async () => {
  const asked = ask({ facts: () => Promise.resolve(nothing) }).question;
  assert.match((await offlineAnswer(offlinePhrases)(asked))?.text ?? '', /Your question itself is not answered/);
  assert.doesNotMatch((await answered({}))?.text ?? '', /Your question/);
});

const withoutFacts = (more: Partial<Question>) => {
  const expects = { form: 'prose', language: 'typescript', code: 'a\nb\nc\n' } as const;
  return offlineAnswer(offlinePhrases)(ask({ task: 'explain', expects, ...more }).question);
};

test('without any language service it tells at least how much code it is', async () => {
  assert.match((await withoutFacts({}))?.text ?? '', /It is 3 lines of typescript\.\n\n.*know nothing more/);
});

test('a language service that fails is one that knows nothing', async () => {
  const answer = await withoutFacts({ facts: () => Promise.reject(new Error('crashed')) });
  assert.match(answer?.text ?? '', /know nothing more/);
});

test('whatever stands in the code is shown as it is and never read as Markdown', async () => {
  const markdown = new MarkdownIt({ html: true });
  const pieces = [
    '```',
    '````ts\n',
    '~~~',
    '`',
    '\n',
    '<img src=x>',
    '![](http://a.test/)',
    '    ',
    '> ',
    '# ',
    '- ',
    '[a]: b\n',
  ];
  const nasty = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme-ascii', maxLength: 6 })), { minLength: 1 })
    .map(parts => `x${parts.join('')}x`);
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (hover, message) => {
      const diagnostics = [{ line: 1, severity: 'Error', message }];
      const answer = await answered({ file: message, symbol: message, hovers: [hover], diagnostics });
      const tokens = markdown.parse(answer?.text ?? '', {}).flatMap(token => [token, ...(token.children ?? [])]);
      const blocks = tokens.filter(({ type }) => type === 'fence').map(({ content }) => content);
      const inline = tokens.filter(({ type }) => type === 'code_inline').map(({ content }) => content);
      const line = message.replace(/\s+/g, ' ').trim();
      assert.deepEqual(blocks, [`${hover}\n`]);
      assert.deepEqual(inline, [line, line, line]);
      const harmless = /^(fence|code_inline|inline|text|strong_\w+|paragraph_\w+|bullet_list_\w+|list_item_\w+)$/;
      for (const { type } of tokens) assert.match(type, harmless);
    }),
    { numRuns: 300 },
  );
});
