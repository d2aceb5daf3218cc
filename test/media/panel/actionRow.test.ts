import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionView } from '../../../src/shared/protocol.ts';
import { type PanelPage, withPanelPage } from '../support/panelPage.ts';
import { turnView, viewOf } from '../support/panelViews.ts';

const { open } = withPanelPage();

const actionsSaid = (said?: 'helpful' | 'notHelpful'): readonly ActionView[] => [
  { action: 'copy', label: 'Copy Answer', primary: true },
  { action: 'askAgain', label: 'Ask Again', primary: false },
  { action: 'secondOpinion', label: 'Second Opinion', primary: false, place: 'more' },
  { action: 'helpful', label: 'Helpful', primary: false, place: 'icon', chosen: said === 'helpful' },
  { action: 'notHelpful', label: 'Not Helpful', primary: false, place: 'icon', chosen: said === 'notHelpful' },
];

const show = (panel: PanelPage, said?: 'helpful' | 'notHelpful') =>
  panel.tell(viewOf([turnView({ actions: actionsSaid(said) })]));

/** The buttons of the row as who hears the page is told of them. */
const heard = async ({ page }: PanelPage): Promise<readonly string[]> =>
  page.evaluate(
    "[...document.querySelectorAll('.actions button')].map(each => [each.ariaLabel ?? each.textContent, each.ariaExpanded && 'expanded ' + each.ariaExpanded, each.ariaPressed && 'pressed ' + each.ariaPressed].filter(Boolean).join(', '))",
  );

test('what is wanted seldom is shown on demand, in its place, and the focus stays where it is', async () => {
  const panel = await open();
  await show(panel);
  const icons = ['Helpful, pressed false', 'Not Helpful, pressed false'];
  assert.deepEqual(await heard(panel), ['Copy Answer', 'Ask Again', 'More, expanded false', ...icons]);
  await panel.page.getByRole('button', { name: 'More' }).press('Enter');
  const all = ['Copy Answer', 'Ask Again', 'More, expanded true', 'Second Opinion', ...icons];
  assert.deepEqual(await heard(panel), all);
  await panel.posted();
  await panel.page.keyboard.press('Tab');
  await panel.page.keyboard.press('Enter');
  assert.deepEqual(await panel.posted(), [{ kind: 'action', action: 'secondOpinion', turn: 'turn-1' }]);
});

test('it stays shown, and the focus with it, when the answer is told anew', async () => {
  const panel = await open();
  await show(panel);
  await panel.page.getByRole('button', { name: 'More' }).press(' ');
  await show(panel, 'helpful');
  assert.deepEqual((await heard(panel)).slice(2, 5), [
    'More, expanded true',
    'Second Opinion',
    'Helpful, pressed true',
  ]);
  assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'More');
});

// https://github.com/thunderbird-conversations/thunderbird-conversations/issues/964: icons without words are riddles
test('an icon has its words for who points at it and for who hears it, and can be hit', async () => {
  const panel = await open({ width: 320 });
  await show(panel, 'notHelpful');
  for (const name of ['Helpful', 'Not Helpful', 'More']) {
    const button = panel.page.getByRole('button', { name, exact: true });
    const box = await button.boundingBox();
    assert.equal(await button.getAttribute('title'), name);
    assert.ok(box !== null && box.width >= 24 && box.height >= 24, name);
  }
  assert.equal(await panel.page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
});

test('what was said is drawn in another form, not only in another colour', async () => {
  const panel = await open();
  await show(panel, 'helpful');
  const [chosen, other] = await panel.page.evaluate<readonly string[]>(
    "[...document.querySelectorAll('.thumb')].map(each => getComputedStyle(each).clipPath)",
  );
  assert.notEqual(chosen, other);
});

test('a focus on what was said stays there when it is marked', async () => {
  const panel = await open();
  await show(panel);
  await panel.page.getByRole('button', { name: 'Not Helpful' }).press('Enter');
  await show(panel, 'notHelpful');
  assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Not Helpful');
});
