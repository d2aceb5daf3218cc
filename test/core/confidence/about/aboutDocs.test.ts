import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judged.ts';

const code =
  'export function total(items: readonly Item[], { tax }: Options): number {\n  return sumOf(items) * tax;\n}\n';

async function told(comment: string, language = 'typescript', about = code): Promise<readonly string[]> {
  const { signs } = await judge(`\`\`\`\n${comment}\n\`\`\``, {
    language,
    code: '',
    about: { kind: 'docs', code: about },
  });
  return signs
    .filter(({ code: sign }) => /^(?:documents-nothing|other-parameters|unknown-names)$/.test(sign))
    .map(({ code: sign, facts }) => [sign, facts['names']].filter(each => each !== undefined).join(' '));
}

for (const comment of [
  '/** */',
  '/**\n * TODO: describe\n * @param items - description\n * @returns description\n */',
  '/** Add your description here. */',
  '/// <summary>\n/// Description\n/// </summary>',
])
  test(`a comment that says nothing is doubted: ${JSON.stringify(comment.slice(0, 40))}`, async () => {
    assert.deepEqual(await told(comment), ['documents-nothing']);
  });

test('parameters that the code does not have are told, in the tags of all languages', async () => {
  assert.deepEqual(await told('/**\n * Sums.\n * @param items what\n * @param list what\n */'), [
    'other-parameters list',
  ]);
  assert.deepEqual(await told('/**\n * Sums.\n * @param {number} [rate=1] what\n */'), ['other-parameters rate']);
  const python = 'def total(items):\n    return 1\n';
  assert.deepEqual(await told('"""Sums.\n\n:param int count: what\n"""', 'python', python), ['other-parameters count']);
  assert.deepEqual(await told('/**\n * Sums.\n * \\param[in] count what\n */', 'cpp'), ['other-parameters count']);
});

test('parameters that are there, and one that is taken apart, are none of them', async () => {
  const comment = '/**\n * Sums.\n * @param items what\n * @param options how\n * @param options.tax how much\n */';
  assert.deepEqual(await told(comment), []);
});

test('names of a program that stand nowhere are told, those of the code and the library are not', async () => {
  const comment =
    '/** Sums with `sumOf`, throws a `RangeError`; `connectPool()` is not asked, see {@link retryAll}. */';
  assert.deepEqual(await told(comment), ['unknown-names connectPool']);
});

// 71 of 445 comments of undici, fastify and others give types alone
test('a comment that gives types says something', async () => {
  assert.deepEqual(await told('/**\n * @param {string[]} items\n * @returns {number}\n */', 'javascript'), []);
});
