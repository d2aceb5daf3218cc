import * as l10n from '@vscode/l10n';
import { decimal, dollars } from './numberText.ts';
import { shareOf, tightest, type Measure, type Spending } from '../../core/budget/spending.ts';
import type { BudgetView } from '../../core/status/status.ts';

/** The used share of the limit that is nearest to its end: '82%'; '' without a limit. */
export function usedShareText(spending: Spending | undefined): string {
  const measure = spending && tightest(spending);
  return measure ? percentOf(measure) : '';
}

/** What stands beside the name of who answers, as the user wants it; '' when there is nothing to say. */
export function budgetNumber(budget: BudgetView): string {
  const used = (which: Measure['which']): number => budget.measures.find(each => each.which === which)?.used ?? 0;
  switch (budget.shown) {
    case 'budget':
      return usedShareText(budget);
    case 'tokens':
      return tokenCount(used('day'));
    case 'cost':
      return money(used('money'));
    case 'icon':
      return '';
  }
}

/** What is used of the limit that is nearest to its end. */
export function tightestText(spending: Spending | undefined): string {
  const measure = spending && tightest(spending);
  return measure ? measureText(measure, spending) : '';
}

/** All that is used, limit by limit, on one line. */
export function budgetText(spending: Spending | undefined): string {
  if (!spending) return '';
  const told = spending.measures.map(measure => [
    ...(measure.which === 'money' ? todayCost(spending) : []),
    measureText(measure, spending),
  ]);
  return told.flat().join('; ');
}

/** What today cost, where that is known and not nothing. */
function todayCost({ todayUsd = 0, isEstimated }: Spending): readonly string[] {
  return todayUsd > 0 ? [l10n.t('{0} today', (isEstimated ? '≈ ' : '') + money(todayUsd))] : [];
}

/** What was not spent; '' when there is nothing to tell. */
export function savedText({ saved }: Spending): string {
  if (!saved || saved.tokens + saved.usd === 0) return '';
  const tokens = tokenCount(saved.tokens);
  return saved.usd > 0
    ? l10n.t('≈ {0} tokens and {1} saved this month', tokens, money(saved.usd))
    : l10n.t('≈ {0} tokens saved this month', tokens);
}

/** '160k of 200k tokens today'; with '≈' when a part of it is estimated. */
export function measureText({ which, used, limit }: Measure, { isEstimated }: Pick<Spending, 'isEstimated'>): string {
  const about = isEstimated && used > 0 ? '≈ ' : '';
  return which === 'money'
    ? moneyWords(about + money(used), limit)
    : tokenWords(which, about + tokenCount(used), limit);
}

function tokenWords(which: 'day' | 'month', used: string, limit: number): string {
  const most = tokenCount(limit);
  if (which === 'day')
    return limit > 0 ? l10n.t('{0} of {1} tokens today', used, most) : l10n.t('{0} tokens today', used);
  return limit > 0 ? l10n.t('{0} of {1} tokens this month', used, most) : l10n.t('{0} tokens this month', used);
}

const moneyWords = (used: string, limit: number): string =>
  limit > 0 ? l10n.t('{0} of {1} this month', used, money(limit)) : l10n.t('{0} this month', used);

/** Never said more than it is: 100% means used. */
const percentOf = (measure: Measure): string => `${Math.floor(shareOf(measure) * 100 + 1e-9)}%`;

/** '950', '9.9k', '120k', '1.2M'. */
export function tokenCount(tokens: number): string {
  if (tokens < 1_000) return String(Math.round(tokens));
  const [count, unit] = tokens < 999_500 ? [tokens / 1_000, 'k'] : [tokens / 1_000_000, 'M'];
  return `${count < 9.95 ? decimal(count, 1) : Math.round(count)}${unit}`;
}

/** US dollars, as exactly as it matters: '$12.40', '$0.042', '$0'. */
export function money(amount: number): string {
  if (amount === 0) return dollars(0, 1);
  if (amount >= 0.995) return dollars(amount);
  return amount < 0.0001 ? `<${dollars(0.0001, 1)}` : dollars(amount, 2);
}
