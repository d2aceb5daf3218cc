import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitMessage } from '../../../src/assist/tasks/commitMessage.ts';
import { inParts } from '../../../src/interaction/asking/inParts.ts';
import { contextOf } from '../context.ts';
import { answerOf } from '../../support/scripted.ts';
import { saidOf } from './saidOf.ts';

interface File {
  readonly path: string;
  readonly lines: readonly string[];
  readonly isNew?: boolean;
}

const diffOf = (...files: readonly File[]): string =>
  files
    .map(({ path, lines, isNew }) =>
      [
        `diff --git a/${path} b/${path}`,
        ...(isNew === true ? ['new file mode 100644', '--- /dev/null'] : [`--- a/${path}`]),
        `+++ b/${path}`,
        '@@ -1,2 +1,3 @@ function before()',
        ...lines,
        '',
      ].join('\n'),
    )
    .join('');

interface Around {
  readonly history?: readonly string[];
  readonly branch?: string;
  readonly input?: string;
}

async function messageOf(code: string, { history = [], branch = 'main', input = '' }: Around): Promise<string> {
  const context = { code, language: 'diff', history, input, symbol: { name: branch, kind: 'branch' } };
  return (await saidOf(commitMessage, context)).draft ?? '';
}

const plain = ['Keep the cart', 'Sort by price', 'Show totals', 'Round cents', 'Close files'];
const conventional = [
  'fix(shop): keep the cart',
  'feat: sort by price',
  'docs: say how',
  'test(shop): cents',
  'fix: close files',
];

test('what is declared now stands in the first line', async () => {
  const diff = diffOf({ path: 'src/shop/cart.ts', lines: ['+export function total(items) {', '+}'] });
  assert.equal(await messageOf(diff, { history: plain }), 'Add total to cart.ts');
});

test('what is declared is told with its own file, and of a whole repository no folder is told', async () => {
  const one = { path: 'main.ts', lines: ['+export function printAll(): void {}'] };
  const other = { path: 'lib/a.ts', lines: ['+x();'] };
  assert.match(await messageOf(diffOf(one, other), { history: plain }), /^Add printAll to main\.ts\n/);
  const both = { ...other, lines: ['+export function show() {}'] };
  assert.match(await messageOf(diffOf(one, both), { history: plain }), /^Add printAll and show\n/);
  const gone = { path: 'src/a.ts', lines: ['-export function show() {}'] };
  assert.equal(await messageOf(diffOf(gone), { history: plain }), 'Remove show from a.ts');
});

test('of several files each stands with its counts', async () => {
  const diff = diffOf(
    { path: 'src/shop/cart.ts', lines: ['-a', '+b', '+c'] },
    { path: 'src/shop/price.ts', lines: ['+d'], isNew: true },
  );
  assert.equal(
    await messageOf(diff, { history: plain }),
    'Update cart.ts and price.ts\n\n- src/shop/cart.ts (+2 -1)\n- src/shop/price.ts (added, +1 -0)',
  );
});

test('the kind is told where files or branch tell it, in the style of earlier messages, and never guessed', async () => {
  const tests = diffOf({ path: 'test/shop/cart.test.ts', lines: ['+x'] });
  assert.equal((await messageOf(tests, { history: conventional })).split('\n')[0], 'test(shop): update cart.test.ts');
  const texts = diffOf({ path: 'README.md', lines: ['+x'] });
  assert.equal(await messageOf(texts, { history: conventional }), 'docs: update README.md');
  const code = diffOf({ path: 'src/a.ts', lines: ['+x'] });
  assert.equal(await messageOf(code, { history: conventional }), 'update a.ts');
  assert.equal(await messageOf(code, { history: conventional, branch: 'fix/round' }), 'fix: update a.ts');
  assert.equal(await messageOf(tests, { history: plain }), 'Update cart.test.ts');
});

test('what its author has begun stays', async () => {
  const diff = diffOf({ path: 'a.ts', lines: ['+x'] });
  assert.equal(await messageOf(diff, { history: plain, input: 'Round to cents' }), 'Round to cents');
});

test('it says that it does not know why, and counts', async () => {
  const diff = diffOf({ path: 'a.ts', lines: ['+x', '-y', '-z'] });
  const { text } = await saidOf(commitMessage, { code: diff, language: 'diff', history: conventional });
  assert.match(text, /^This text does not come from a model[^]*Why, the diff does not tell/);
  assert.match(text, /1 file, 1 lines added, 2 removed\.[^]*Which one this is, the files do not tell/);
});

test('a diff that cannot be read gives no message', async () => {
  const { draft, text } = await saidOf(commitMessage, { code: 'nothing', language: 'diff' });
  assert.equal(draft, undefined);
  assert.match(text, /No changed file could be read/);
});

test('of a change in several requests, one that no model answers ends it: it speaks of all of the change', async () => {
  const context = contextOf({ code: 'all' });
  const asked: string[] = [];
  const answer = await inParts({
    request: { assistance: commitMessage, context },
    parts: [contextOf({ code: 'one' }), contextOf({ code: 'two' })],
    ask: async request => {
      asked.push(request.context.code);
      return answerOf('offline', 'of all', { freshness: 'offline' });
    },
  });
  assert.deepEqual([asked, answer.text], [['one'], 'of all']);
});
