import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { ask } from '../../../src/assist/tasks/ask.ts';
import type { Assistance } from '../../../src/assist/assistance.ts';
import { edit } from '../../../src/assist/tasks/edit.ts';
import { explain } from '../../../src/assist/tasks/explain.ts';
import { codeBlocks } from '../../../src/shared/codeBlocks.ts';
import { withoutModel } from '../../../src/interaction/asking/withoutModel.ts';
import { contextOf } from '../context.ts';
import { noFacts, saidOf } from './saidOf.ts';
import type { Facts } from '../../../src/assist/facts.ts';

/** What a question about this code says without a model. */
async function offline(
  facts: () => Promise<Facts>,
  assistance: Assistance = explain,
  code = '',
): Promise<string | undefined> {
  const said = await withoutModel({ assistance, context: contextOf({ code }) }, facts);
  return said?.text;
}

const answered = async (facts: Partial<Facts>, assistance?: Assistance): Promise<string> =>
  (await offline(async () => ({ ...noFacts, ...facts }), assistance)) ?? '';

test('it says first that no model was asked', async () => {
  assert.match(await answered({}), /^This text does not come from a model/);
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
    assert.equal(answer.includes(part), true, part);
});

test('where nothing is known it says so', async () => {
  assert.match(await answered({}), /found nothing more/);
});

test('a fence in a documentation comment cannot end the block it stands in', async () => {
  const hover = 'Use it so:\n```\ntotal([])\n```\n![x](http://evil.test/x.png)';
  const answer = await answered({ hovers: [hover] });
  assert.equal(codeBlocks(answer)[0]?.code, `${hover}\n`);
});

test('a long list of uses is cut, and says how many are left out', async () => {
  const references = Array.from({ length: 30 }, (_, line) => ({ file: 'a.ts', line }));
  assert.match(await answered({ references }), /and 18 more/);
});

test('an assistance without an offline answer offers none', async () => {
  assert.equal(await offline(async () => noFacts, edit), undefined);
});

test('a question in words is said to be open still', async () => {
  assert.match(await answered({}, ask), /Your question itself is not answered/);
  assert.doesNotMatch(await answered({}), /Your question/);
});

const threeLines = 'a\nb\nc\n';

test('a language service that fails is one that knows nothing: it tells at least how much code it is', async () => {
  const text = await offline(() => Promise.reject(new Error('crashed')), explain, threeLines);
  assert.match(text ?? '', /It is 3 lines of typescript\.\n\n.*found nothing more/);
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
      const tokens = markdown.parse(answer, {}).flatMap(token => [token, ...(token.children ?? [])]);
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

test('what calls it and what it calls is told with its places', async () => {
  const text = await answered({
    callers: [{ name: 'main', file: 'src/main.ts', line: 3 }],
    callees: [{ name: 'round', file: 'src/round.ts', line: 1 }],
  });
  assert.match(text, /\*\*Calls\*\*\n\n- ` round ` \(` src\/round\.ts:1 `\)/);
  assert.match(text, /\*\*Called by\*\*\n\n- ` main ` \(` src\/main\.ts:3 `\)/);
});

test('what it calls of libraries is named once each, without the folders of this computer', async () => {
  const outside = (name: string) => ({ name, file: 'lib.es5.d.ts', line: 7, isOutside: true });
  const text = await answered({ callees: [outside('has'), outside('get'), outside('get')] });
  assert.match(text, /\*\*Calls\*\*\n\n- from libraries: ` has `, ` get `/);
  assert.doesNotMatch(text, /lib\.es5/);
});

test('a call that is in no function is said to be in none', async () => {
  const text = await answered({ callers: [{ name: 'main.ts', file: 'src/main.ts', line: 1 }] });
  assert.match(text, /\*\*Called by\*\*\n\n- code outside of functions \(` src\/main\.ts:1 `\)/);
});

test('what is declared in a function is not called its members', async () => {
  const children = [{ name: 'sum', kind: 'Variable', line: 3 }];
  const titles = await Promise.all(['Function', 'Class'].map(symbolKind => answered({ symbolKind, children })));
  assert.deepEqual(
    titles.map(text => /\*\*(Declared in it|Members)\*\*/.exec(text)?.[1]),
    ['Declared in it', 'Members'],
  );
});

test('what the service says in words is not shown as if it were code', async () => {
  const text = await answered({ hovers: ['function f(): any', 'Does it all.'] });
  assert.match(text, /```typescript\nfunction f\(\): any\n```\n```text\nDoes it all\.\n```/);
});

const counting = `/** Sums up. */
export async function total(items: Item[]): Promise<number> {
  let sum = 0;
  for (const item of items) {
    if (item.price === undefined) throw new RangeError('if for while');
    sum += await priceOf(item);
  }
  return sum;
}
`;

test('what can be counted in the code is told, whatever the words in its texts and comments', async () => {
  const { text } = await saidOf(explain, { code: counting });
  assert.match(text, /8 lines of code, 1 branch, 1 loop, waits in 1 place, throws ` RangeError `/);
});

test('where no language service tells its comment, the comment of the code itself is shown', async () => {
  const { text } = await saidOf(explain, { code: counting });
  assert.match(text, /\*\*Its comment\*\*\n\n```typescript\n\/\*\* Sums up\. \*\/\n```/);
  const python = 'def total(items):\n    """Sums up."""\n    return sum(items)\n';
  assert.match((await saidOf(explain, { code: python, language: 'python' })).text, /"""Sums up\."""/);
});

test('where a language service has told signature and comment, the comment is not told twice', async () => {
  const { text } = await saidOf(explain, { code: counting }, { hovers: ['function total(): number - Sums up.'] });
  assert.doesNotMatch(text, /Its comment/);
});
