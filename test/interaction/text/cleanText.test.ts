import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import {
  cleanLine,
  markdownText,
  messageText,
  plainLabel,
  shownMessage,
} from '../../../src/interaction/text/cleanText.ts';

const hostile = [
  '[click](command:workbench.action.quit)',
  '![](https://evil.test/x.png)',
  '<img src=x onerror=alert(1)>',
  '| a | b |\n|---|---|',
  '**bold** _it_ `code` ~~gone~~',
  '# heading',
  '- item',
  '1. item',
  'https://evil.test and www.evil.test and me@evil.test',
  '[x]: https://evil.test',
  '&lt;b&gt; &#x3c;',
  '\\[x](y)',
  '<https://evil.test>',
];

test('no Markdown comes of a text from outside, and none of it is lost', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  for (const text of hostile) {
    const html = markdown.renderInline(markdownText(text));
    assert.doesNotMatch(html, /<(?!\/?$)/, text);
    const shown = html
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    assert.equal(shown, text.replace(/\s+/g, ' '));
  }
});

test('a table cell stays one cell', () => {
  const html = new MarkdownIt().render(`| a | b |\n|---|---|\n| ${markdownText('x | y\n| z |')} | end |`);
  const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
  assert.deepEqual(cells, ['x | y | z |', 'end']);
});

test('no icon comes of a text from outside', () => {
  assert.deepEqual([markdownText('$(zap)').includes('$('), plainLabel('$(zap) $($(zap)')], [false, '(zap) ((zap)']);
});

test('a line has no control, bidi or zero-width characters', () => {
  assert.equal(cleanLine('a\u0000b\u202ec\u200bd\u2028e\u001b[2Jf\u{e0041}', 40), 'a b c d e [2Jf');
});

test('a long line is cut between characters', () => {
  assert.equal(cleanLine('😀😀😀😀', 3), '😀😀…');
});

test('a message holds no links', () => {
  assert.equal(messageText('[click](command:x)'), '(click)(command:x)');
});

test('a message in which a name of a repository stands holds no link, no second line and nothing hidden', () => {
  const name = '[ok](command:workbench.action.quit)\n\u202e\u{e0041}.ts';
  assert.equal(shownMessage(`${name} is not added.`), '(ok)(command:workbench.action.quit) .ts is not added.');
});
