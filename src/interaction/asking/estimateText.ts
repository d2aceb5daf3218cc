import * as l10n from '@vscode/l10n';
import type { TargetPreview } from '../../core/client.ts';
import { money, tokenCount } from '../text/budgetText.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { CostOf } from '../text/answerSummary.ts';

/**
 * What asking will take, before it is sent: '≈ 1.9k tokens · $0.004 plus the answer · Claude'. The money is that of the input; what the
 * answer will cost nobody knows. Who is named is the first that would be asked now. Empty when there is nobody to ask.
 */
export function estimateText(previews: readonly TargetPreview[], costOf: CostOf): string {
  const first = previews.find(({ isReady }) => isReady) ?? previews[0];
  if (!first) return '';
  const { target, tokens, limit, tooLong } = first;
  const label = cleanLine(target.label, 60);
  if (tooLong)
    return l10n.t('Too long for {0}: ≈ {1} tokens, at most {2}', label, tokenCount(tokens), tokenCount(limit ?? 0));
  const usage = { inputTokens: tokens, outputTokens: 0, cachedInputTokens: 0, exact: false };
  const dollars = costOf(target.id, usage);
  const cost = dollars === undefined || dollars === 0 ? [] : [l10n.t('{0} plus the answer', money(dollars))];
  return [l10n.t('≈ {0} tokens', tokenCount(tokens)), ...cost, label].join(' · ');
}
