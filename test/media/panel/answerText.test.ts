import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { givePanelParts, withPanelPage } from '../support/panelPage.ts';
import { labels } from '../support/panelViews.ts';

const { open } = withPanelPage();
const style = JSON.stringify({ labels, turn: 't', links: 'text', offered: [] });

/** Draws each text piece by piece, as a stream would, and gives the HTML after each piece, and that of the same at once. */
const drawn = (texts: readonly (readonly string[])[]): string => `(${JSON.stringify(texts)}).flatMap(pieces => {
  const streamed = new parts.AnswerText();
  const whole = document.createElement('div');
  return pieces.map(piece => {
    streamed.append(piece);
    streamed.draw(${style});
    whole.replaceChildren(...parts.renderMarkdown(streamed.text, ${style}));
    return { text: streamed.text, streamed: streamed.element.innerHTML, atOnce: whole.innerHTML };
  });
})`;

interface Drawn {
  readonly text: string;
  readonly streamed: string;
  readonly atOnce: string;
}

const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '',
    'words',
    'a | b',
    '--|--',
    '|-',
    '- item',
    '-',
    '  more',
    '    code',
    '1. one',
    '2',
    '2. two',
  ),
  fc.constantFrom('```', '```ts', '~~~', '> quote', '# head', '===', '---', '***', '**', '* * *', '<div>', '\\', '[a]'),
  fc.constantFrom(
    '   ```',
    '\t',
    ' ',
    '\u00a0',
    '+ other',
    '10) ten',
    '> - deep',
    '| x |',
    '|-|-|',
    '`',
    'a  ',
    '[a][b]',
  ),
);

/** Texts whose earlier part is changed by what comes later. */
const treacherous = [
  ['1. one\n\n', '2', '. two\n'],
  ['- one\n\n', '  more\n'],
  ['- one\n\n', '-', '-', '-\n'],
  ['words\n*', '*', '*', 'bold***\n'],
  ['words\n| x |\n|-', 'y\n'],
  ['a\n\n| x | y |\n', '|-|-|', '\n| 1 | 2 |\n\nb\n'],
  ['    code\n\n', '    code\n', '\nb\n'],
  ['words\n\nTitle\n', '=', '==\n'],
  ['> quote\n\n', '> quote\n'],
  ['```\n\na\n\n', 'b\n``', '`\n\nc\n'],
  ['a\r', '\n\r', '\nb\r\n', '\r\nc'],
];

test('a streamed text looks, after every cut, as if it had been drawn at once', async () => {
  const { page } = await open();
  await givePanelParts(page);
  const pieces = fc
    .tuple(fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.integer({ min: 1, max: 9 }))
    .map(([lines, end, length]) => lines.join(end).match(new RegExp(`[^]{1,${length}}`, 'g')) ?? []);
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 20 }), async texts => {
      for (const { text, streamed, atOnce } of await page.evaluate<readonly Drawn[]>(drawn(texts))) {
        assert.equal(streamed, atOnce, JSON.stringify(text));
      }
    }),
    { numRuns: 20, examples: [[treacherous]] },
  );
});

test('a definition that came before its link is known to every later part', async () => {
  const { page } = await open();
  await givePanelParts(page);
  const pieces = ['[a]: https://example', '.com/\n\nwords\n\nmore\n', '\nsee [a]\n', '\nend\n'];
  const both = (await page.evaluate<readonly Drawn[]>(drawn([pieces]))).at(-1);
  assert.equal(both?.streamed, both?.atOnce);
  assert.match(both?.streamed ?? '', /a<\/span><span class="address"> \(https:\/\/example\.com\/\)/);
});

test('what is settled is not drawn again, however long the answer grows', async () => {
  const { page } = await open();
  await givePanelParts(page);
  const kept = await page.evaluate(`(() => {
    const answer = new parts.AnswerText();
    const seen = new Set();
    for (let part = 0; part < 200; part += 1) {
      answer.append('Paragraph ' + part + '.\\n\\nMore');
      answer.draw(${style});
      for (const node of answer.element.childNodes) seen.add(node);
    }
    return { made: seen.size, shown: answer.element.childNodes.length };
  })()`);
  assert.deepEqual(kept, { made: 400, shown: 201 }); // every part's tail is drawn twice: while it grows, and settled
});
