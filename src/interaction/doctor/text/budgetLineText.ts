import * as l10n from '@vscode/l10n';
import type { BudgetLimit } from '../../../core/model/note.ts';
import { measureText, tokenCount } from '../../text/budgetText.ts';
import type { BudgetFinding } from '../checks/checkBudget.ts';
import { line, type DoctorLine } from './doctorLine.ts';

/** What is said of the budget. */
export function budgetLineText(finding: BudgetFinding): DoctorLine {
  switch (finding.code) {
    case 'limit':
      return line(limitNames[finding.which](), limitText(finding));
    case 'record':
      return line(
        l10n.t('Budget record'),
        finding.isKept ? l10n.t('is kept') : l10n.t('cannot be saved. This window counts only its own usage.'),
      );
  }
}

const limitNames: Readonly<Record<BudgetLimit, () => string>> = {
  day: () => l10n.t('Tokens of the day'),
  month: () => l10n.t('Tokens of the month'),
  money: () => l10n.t('Money of the month'),
};

function limitText(finding: Extract<BudgetFinding, { code: 'limit' }>): string {
  const used = measureText(finding, finding);
  if (finding.limit === 0) return l10n.t('{0} (no limit)', used);
  const { level, needed, onExceeded } = finding;
  if (level !== 'problem')
    return needed === undefined
      ? used
      : l10n.t(
          '{0}. The latest question that did not fit needed {1} tokens, its longest answer included.',
          used,
          tokenCount(needed),
        );
  if (onExceeded === 'block') return l10n.t('{0}. It is used up: nothing more that costs is asked.', used);
  return onExceeded === 'ask'
    ? l10n.t('{0}. It is used up: you are asked before each question.', used)
    : l10n.t('{0}. It is used up: only models that cost less or nothing are asked.', used);
}
