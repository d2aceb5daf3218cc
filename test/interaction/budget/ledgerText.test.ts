import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogTrouble } from '../../../src/core/shared/sharedLog.ts';
import { BudgetSettingNotifier } from '../../../src/interaction/budget/budgetSettingNotifier.ts';
import { ledgerTroubleActions, ledgerTroubleText } from '../../../src/interaction/budget/ledgerText.ts';
import type { SettingProblem } from '../../../src/interaction/settings/settingProblem.ts';
import { assertReadable } from '../text/everyRow.ts';

const troubles: readonly LogTrouble[] = [
  ...(['full', 'forbidden', 'read-only', 'no-handles'] as const),
  ...(['unusable', 'unknown', 'set-aside', 'damaged'] as const),
];

test('every trouble of the ledger is a sentence with a button that helps', () => {
  for (const trouble of troubles)
    for (const onExceeded of ['degrade', 'ask', 'block'] as const) {
      assertReadable(ledgerTroubleText(trouble, onExceeded), 260);
      assert.ok(ledgerTroubleActions(trouble).includes('showLog'));
    }
});

test('what follows from a full disk is said as the budget is kept: half of what was left, or nothing that costs', () => {
  const [lenient, strict] = (['degrade', 'block'] as const).map(manner => ledgerTroubleText('full', manner));
  assert.match(lenient ?? '', /^The budget record .*: the disk is full\. .* at most half of what was left\.$/);
  assert.match(
    strict ?? '',
    /^The budget record .*: the disk is full\. .* nothing is sent to models that are not free/,
  );
});

const problem = (key: SettingProblem['key'], found: SettingProblem['found']): SettingProblem => ({
  key,
  found,
  code: 'wrong-type',
  at: '',
});
const settings = {
  dayTokens: 200_000,
  monthTokens: 1_000_000,
  monthUsd: 0,
  warnAt: 0.8,
  onExceeded: 'degrade',
} as const;

function teller(problems: readonly SettingProblem[], level: 'important' | 'none' = 'important') {
  const said: string[] = [];
  let opened = 0;
  const own = new BudgetSettingNotifier({
    level: () => level,
    settings: () => settings,
    problems: () => problems,
    show: async (message, button) => (said.push(message), button),
    openSettings: async () => (opened += 1),
  });
  return { own, said, opened: () => opened };
}

test('wrong budgets are told once, together, with the limits that hold instead and the way to the settings', async () => {
  const problems = [problem('budget.workspaceDailyTokens', 'text'), problem('budget.monthlyUsd', 'text')];
  const { own, said, opened } = teller([...problems, problem('retry.maxRetries', 'text')]);
  await own.look();
  await own.look();
  assert.deepEqual(said, [
    'steadfast.budget.workspaceDailyTokens: This value has the wrong type: a text. The default is used instead. The limit is 200k tokens per day. ' +
      'steadfast.budget.monthlyUsd: This value has the wrong type: a text. The default is used instead. As a result, there is no such limit.',
  ]);
  assert.equal(opened(), 1);
});

test('who wants no notifications is not told of wrong budgets: the log has them', async () => {
  const { own, said } = teller([problem('budget.monthlyUsd', 'text')], 'none');
  await own.look();
  assert.deepEqual(said, []);
});
