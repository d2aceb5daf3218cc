import assert from 'node:assert/strict';
import { test } from 'node:test';
import { committedShare } from '../../../src/assist/commit/committedShare.ts';

const proposed = 'Reject empty carts\n\nA cart without items was charged for its shipping.';

test('a message that is committed as it was proposed is kept whole', () => {
  assert.equal(committedShare(proposed, proposed), 1);
});

// https://github.com/commitizen/cz-cli/issues/820, https://github.com/tommarshall/git-good-commit/pull/38: what Git and hooks add to a message
// is nobody's change of it
test('what hooks and the user have added takes nothing away', () => {
  const trailers = 'Signed-off-by: Ada <ada@example.test>\nChange-Id: I5f3c';
  assert.equal(committedShare(proposed, `[SHOP-7] ${proposed}\n\n${trailers}`), 1);
});

// https://github.com/git-ai-project/git-ai/issues/620: of what was deleted before the commit nothing was counted, and so all was kept
test('what was deleted before the commit counts against it', () => {
  assert.equal(committedShare('one two three four five six seven eight nine ten', 'one two'), 0.2);
});

test('other line breaks, marks and capitals are no change', () => {
  assert.equal(
    committedShare(proposed, 'reject empty carts.\n\n- a cart without items\n  was charged for its SHIPPING'),
    1,
  );
});

test('what the user had typed before is not the answer’s', () => {
  assert.equal(committedShare('fix(cart): reject empty carts', 'fix(cart): spelling', 'fix(cart):'), 0);
});

test('a word is kept as often as it stands there', () => {
  assert.equal(committedShare('the cart the total the sum', 'the'), 1 / 6);
});

test('where there is nothing to compare nothing is kept', () => {
  assert.deepEqual([committedShare('', 'x'), committedShare('…', '…'), committedShare('a', '')], [0, 0, 0]);
});

test('words of any language are words', () => {
  assert.equal(committedShare('修复 购物车 für Käufer', 'FÜR KÄUFER: 修复 购物车'), 1);
});
