import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { givePanelParts, withPanelPage } from './support/panelPage.ts';
import { labels } from './support/panelViews.ts';

const { open } = withPanelPage();
const style = JSON.stringify({ labels, turn: 't', links: 'text', offered: [] });

/** Draws each text piece by piece, as a stream would, and gives the HTML of that and of the whole drawn at once. */
const drawn = (texts: readonly (readonly string[])[]): string => `(${JSON.stringify(texts)}).map(pieces => {
  const streamed = new parts.AnswerText();
  for (const piece of pieces) { streamed.append(piece); streamed.draw(${style}); }
  const whole = document.createElement('div');
  whole.append(...parts.renderMarkdown(pieces.join(''), ${style}));
  return { streamed: streamed.element.innerHTML, atOnce: whole.innerHTML };
})`;

interface Drawn {
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

test('a streamed text looks, after every cut, as if it had been drawn at once', async () => {
  const { page } = await open();
  await givePanelParts(page);
  const text = fc
    .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join(end));
  const pieces = fc.tuple(text, fc.array(fc.nat(120), { maxLength: 12 })).map(([whole, cuts]) => {
    const places = [0, ...new Set(cuts)].filter(place => place <= whole.length).sort((a, b) => a - b);
    return places.map((place, index) => whole.slice(place, places[index + 1]));
  });
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 40 }), async texts => {
      for (const { streamed, atOnce } of await page.evaluate<readonly Drawn[]>(drawn(texts))) {
        assert.equal(streamed, atOnce);
      }
    }),
    { numRuns: 60 },
  );
});

test('a definition that came before its link is known to every later part', async () => {
  const { page } = await open();
  await givePanelParts(page);
  const pieces = ['[a]: https://example', '.com/\n\nwords\n\nmore\n', '\nsee [a]\n', '\nend\n'];
  const [both] = await page.evaluate<readonly Drawn[]>(drawn([pieces]));
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
