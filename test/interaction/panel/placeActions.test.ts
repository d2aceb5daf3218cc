import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostLabelled, placeActions } from '../../../src/interaction/panel/placeActions.ts';
import { actions, type Action } from '../../../src/shared/protocol.ts';

/** Which of these stand in the row and which are shown on demand; the first may be primary. */
function placed(given: readonly Action[], primary?: Action) {
  const views = placeActions(given.map(action => ({ action, label: action, primary: action === primary })));
  const at = (place?: 'more') => views.filter(view => view.place === place).map(({ action }) => action);
  return { row: at(), more: at('more') };
}

// https://github.com/microsoft/vscode/issues/230785: the actions under every answer are noise; https://github.com/archivesspace/archivesspace/pull/750:
// what is wanted seldom goes into a menu, and a menu is not there where everything fits
test('four buttons stand in the row, and no fifth', () => {
  assert.deepEqual(placed(['copy', 'askAgain', 'askAnother', 'secondOpinion']).more, []);
  assert.deepEqual(placed(['copy', 'askAgain', 'askAnother', 'secondOpinion', 'alwaysUse']), {
    row: ['copy', 'askAgain', 'askAnother', 'secondOpinion'],
    more: ['alwaysUse'],
  });
  assert.deepEqual([placed(actions).row.length, placed(actions).more.length], [mostLabelled, actions.length - 4]);
});

test('of a doubted answer the primary action stands first, and what decides about it in the row', () => {
  assert.deepEqual(
    placed(['useAnyway', 'askStronger', 'secondOpinion', 'rephrase', 'keepForReview', 'discard'], 'rephrase'),
    { row: ['rephrase', 'useAnyway', 'askStronger', 'discard'], more: ['secondOpinion', 'keepForReview'] },
  );
});

test('the edit that an answer proposes is never hidden', () => {
  assert.ok(placed(['setKey', 'askAgain', 'askLater', 'tryAnother', 'showEdit'], 'setKey').row.includes('showEdit'));
});

test('icons take no place from words', () => {
  const [icon, ...words] = placeActions([
    { action: 'helpful', label: 'Helpful', primary: false, place: 'icon' },
    ...(['copy', 'continue', 'askAgain', 'rephrase'] as const).map(action => ({
      ...{ action, label: action, primary: false },
    })),
  ]);
  assert.deepEqual([icon?.place, words.map(({ place }) => place)], ['icon', Array(4).fill(undefined)]);
});
