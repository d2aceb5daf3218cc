import * as l10n from '@vscode/l10n';
import type { SpendTally } from '../../core/metrics/tally.ts';
import { money, tokenCount } from '../text/budgetText.ts';

/**
 * '12k tokens, $0.30': with '≈' where a part of it is estimated; what nobody knows the price of is said, because the sum is without
 * it.
 */
export function spendText(spent: SpendTally): string {
  const tokens = spent.inputTokens + spent.outputTokens;
  const about = spent.estimatedTokens > 0 ? '≈ ' : '';
  const told = [l10n.t('{0} tokens', about + tokenCount(tokens))];
  if (spent.cachedInputTokens > 0)
    told.push(l10n.t('{0} of them read from the provider’s cache', tokenCount(spent.cachedInputTokens)));
  if (spent.usd > 0 || spent.unpricedTokens === 0) told.push(about + money(spent.usd));
  if (spent.unpricedTokens > 0) told.push(l10n.t('price unknown for {0} tokens', tokenCount(spent.unpricedTokens)));
  return told.join(', ');
}
