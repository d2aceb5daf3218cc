import * as l10n from '@vscode/l10n';
import type { Spending } from '../../../core/budget/spending.ts';
import type { ChartView } from '../../../shared/dashboardProtocol.ts';
import { measureText, tokenCount } from '../../text/budgetText.ts';
import { columnWords, type Column } from './columns.ts';

/** What a workspace has used on each day of the month, oldest first; null: that day is still to come, or not in the journal. */
export interface UsedByDay {
  readonly labels: readonly string[];
  /** Tokens. */
  readonly values: readonly (number | null)[];
  readonly spending: Spending;
}

/** Tokens that this workspace used on each day of the month, beside what it may use in a day. */
export function budgetDaysChart({ labels, values, spending }: UsedByDay): ChartView {
  const title = l10n.t('Budget of each day');
  const day = spending.measures.find(({ which }) => which === 'day');
  const used: Column = { name: l10n.t('Tokens used'), look: 0, values };
  const words = columnWords([used], labels, tokenCount);
  const limit = day?.limit ?? 0;
  const isEmpty = values.every(value => (value ?? 0) === 0);
  return {
    id: 'budget-days',
    title,
    summary: summaryOf(values, limit, day ? measureText(day, spending) : ''),
    notes: [l10n.t('Of this workspace, this month.'), ...estimatedNote(spending)],
    ...(!isEmpty && {
      drawing: {
        kind: 'bars',
        unit: 'tokens',
        labels,
        readouts: words.readouts,
        series: [{ name: used.name, look: 0, values }],
        ...(limit > 0 && { limit: { name: l10n.t('Limit of a day'), value: limit } }),
        lanes: [],
      },
    }),
    table: {
      caption: title,
      columns: [l10n.t('Day'), used.name, l10n.t('Limit of a day')],
      rows: words.rows.map(row => [...row, limit > 0 ? tokenCount(limit) : l10n.t('none')]),
      hasNumbers: true,
    },
  };
}

export const estimatedNote = ({ isEstimated }: Spending): readonly string[] =>
  isEstimated ? [l10n.t('A part of it is estimated, because a provider did not say.')] : [];

function summaryOf(values: readonly (number | null)[], limit: number, today: string): string {
  const over = limit > 0 ? values.filter(value => (value ?? 0) > limit).length : 0;
  const sentence = today === '' ? l10n.t('Nothing is known of the budget yet.') : `${today}.`;
  if (over === 0) return sentence;
  return over === 1
    ? l10n.t('{0} One day of this month went over the limit.', sentence)
    : l10n.t('{0} {1} days of this month went over the limit.', sentence, over);
}
