import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../../media/panel/markdownTokens.ts';

/** The kinds of what stands in the only paragraph of a text. */
const kindsIn = (text: string): readonly string[] =>
  parseMarkdown(text, {}).flatMap(({ children }) => (children ?? []).map(({ type }) => type));

test('in a paragraph longer than any prose no marks are read, and all of it is shown', () => {
  const long = '**a** '.repeat(2_000).trim();
  const shown = parseMarkdown(long, {}).flatMap(({ children }) => (children ?? []).map(({ content }) => content));
  assert.deepEqual(kindsIn(long), ['text']);
  assert.deepEqual(shown, [long]);
  assert.ok(kindsIn('**a**').includes('strong_open'));
});

test('a definition in one paragraph is known to the links of another', () => {
  assert.ok(kindsIn('[a]: https://example.com\n\nsee [a]').includes('link_open'));
});
