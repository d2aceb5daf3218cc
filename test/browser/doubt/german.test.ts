import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowserStage, type BrowserStage } from '../support/browserStage.ts';
import { inGerman } from '../support/inGerman.ts';
import { violationsIn } from '../support/violationsIn.ts';

// German words are longer: https://github.com/mozilla-services/screenshots/issues/4892 and https://github.com/requarks/wiki/issues/2936
// (buttons whose words were cut off, or made the page wider)

let stage: BrowserStage;

before(async () => {
  stage = await openBrowserStage(({ origins }) => {
    const target = { provider: 'openai', baseUrl: `${origins.openai}/v1`, auth: 'none' } as const;
    return {
      'steadfast.targets': [
        { ...target, id: 'careless', label: 'Careless practice', model: 'practice-careless-elided', class: 'simple' },
        { ...target, id: 'large', label: 'Large practice', model: 'practice-large', class: 'complex' },
      ],
      'steadfast.chain': ['careless', 'large'],
      'steadfast.routing.strategy': 'ordered',
      'steadfast.confidence.onDoubt': 'disclaim',
    };
  });
  await inGerman(stage.workbench.page);
  await stage.workbench.open('invoice.ts');
});
after(() => stage.close());

async function edit(words: string): Promise<void> {
  const { workbench } = stage;
  await workbench.open('invoice.ts');
  await workbench.select(19, 24);
  await workbench.run('Auswahl bearbeiten…');
  await workbench.type(words, 'Zeilen 19–24');
  await workbench.turn.filter({ hasText: words }).getByRole('note').waitFor();
}

/** What is cut off in the panel, or wider than it. */
const cutOff = (): Promise<readonly string[]> =>
  stage.workbench.turn
    .page()
    .frames()
    .filter(frame => frame.name() === 'active-frame')
    .reduce<Promise<readonly string[]>>(
      async (found, frame) => [
        ...(await found),
        ...(await frame.evaluate<readonly string[]>(
          "[...document.querySelectorAll('html, button, .notice, .status')].filter(each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline').map(each => each.tagName + ' ' + each.textContent.slice(0, 60))",
        )),
      ],
      Promise.resolve([]),
    );

async function looksRight(name: string): Promise<void> {
  const { workbench } = stage;
  const { page } = workbench;
  for (const [size, width] of [
    ['wide', 1_400],
    ['narrow', 760],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(400); // the layout settles
    await workbench.picture(`${name}-${size}`);
    assert.deepEqual(await cutOff(), [], size);
  }
  await page.setViewportSize({ width: 1_400, height: 900 });
  assert.deepEqual((await violationsIn(page)).found, []);
}

test('an answer that waits for a decision says so in German, and nothing is cut off', async () => {
  await edit('nenne gross nun brutto');
  const notice = await stage.workbench.turn.getByRole('note').innerText();
  assert.match(notice, /Diese Antwort braucht vor der Verwendung Ihre Entscheidung/);
  await looksRight('90-german-review');
});

test('so does the disclaimer, with what can be done about it', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['large', 'careless'], 'steadfast.confidence.autoThreshold': 1 });
  await edit('nenne gross nun summe');
  await workbench.turn.getByRole('button', { name: 'Weitere Aktionen' }).press('Enter');
  await looksRight('91-german-disclaimer');
});

test('so does the panel after an answer, and the views', async () => {
  const { workbench } = stage;
  await stage.change({ 'steadfast.chain': ['large', 'careless'] });
  await workbench.open('invoice.ts');
  await workbench.select(15, 17);
  await workbench.run('Auswahl erklären');
  await workbench.turn
    .filter({ hasText: 'invoice.ts:15–17 erklären' })
    .getByRole('button', { name: 'Erneut fragen' })
    .waitFor();
  await looksRight('92-german-answer');
  await workbench.showViews();
  await workbench.page.waitForTimeout(500); // the views are drawn
  await workbench.picture('93-german-views');
  const names = await workbench.page.locator('.pane-header .title').allInnerTexts();
  for (const name of ['Letzte Antworten', 'Zur Entscheidung', 'Gemerkte Fragen'])
    assert.ok(
      names.some(each => each.toLowerCase() === name.toLowerCase()),
      `${name} in ${names.join(', ')}`,
    );
});
