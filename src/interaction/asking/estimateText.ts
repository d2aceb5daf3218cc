import * as l10n from '@vscode/l10n';
import type { TargetPreview } from '../../core/previewsOf.ts';
import { money, tokenCount } from '../text/budgetText.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { AskRequest } from './askRequest.ts';
import type { CostOf } from '../text/answerSummary.ts';

/**
 * What asking will take, before it is sent: '≈ 1.9k tokens · $0.004 plus the answer · Claude'. The money is that of the input; what the
 * answer will cost nobody knows. Who is named is the first that would be asked now. Empty when there is nobody to ask.
 */
export function estimateText(previews: readonly TargetPreview[], costOf: CostOf): string {
  const first = firstOf(previews);
  if (!first) return '';
  const { target, tokens, limit, tooLong } = first;
  const label = cleanLine(target.label, 60);
  if (tooLong)
    return l10n.t('Too long for {0}: ≈ {1} tokens, at most {2}', label, tokenCount(tokens), tokenCount(limit ?? 0));
  const dollars = inputCost(target.id, tokens, costOf);
  const cost = dollars > 0 ? [l10n.t('{0} plus the answer', money(dollars))] : [];
  return [l10n.t('≈ {0} tokens', tokenCount(tokens)), ...cost, label].join(' · ');
}

/**
 * The same of so many questions alike, by some of them: '≈ 19k tokens · $0.04 plus the answers'. Empty when there is nobody to ask, or
 * when one of them is too long.
 */
export function estimateAllText(samples: readonly (readonly TargetPreview[])[], count: number, costOf: CostOf): string {
  const firsts = samples.flatMap(previews => firstOf(previews) ?? []);
  if (firsts.length === 0 || firsts.some(({ tooLong }) => tooLong)) return '';
  const ofAll = (numbers: readonly number[]): number =>
    (numbers.reduce((sum, each) => sum + each, 0) / numbers.length) * count;
  const tokens = Math.round(ofAll(firsts.map(each => each.tokens)));
  const dollars = ofAll(firsts.map(({ target, tokens: one }) => inputCost(target.id, one, costOf)));
  const cost = dollars > 0 ? [l10n.t('{0} plus the answers', money(dollars))] : [];
  return [l10n.t('≈ {0} tokens', tokenCount(tokens)), ...cost].join(' · ');
}

/** What is needed to tell what asking will take. */
export interface EstimateParts {
  readonly askService: { readonly preview: (asked: AskRequest) => Promise<readonly TargetPreview[]> };
  readonly costOf: CostOf;
}

/** Both of these, for requests that are ready to be asked. */
export const estimating = ({ askService, costOf }: EstimateParts) => ({
  estimate: async (asked: AskRequest): Promise<string> => estimateText(await askService.preview(asked), costOf),
  estimateAll: async (samples: readonly AskRequest[], count: number): Promise<string> =>
    estimateAllText(await Promise.all(samples.map(asked => askService.preview(asked))), count, costOf),
});

/** The one that would be asked now. */
const firstOf = (previews: readonly TargetPreview[]): TargetPreview | undefined =>
  previews.find(({ isReady }) => isReady) ?? previews[0];

/** Dollars; 0 where no price is known. */
const inputCost = (target: string, inputTokens: number, costOf: CostOf): number =>
  costOf(target, { inputTokens, outputTokens: 0, cachedInputTokens: 0, exact: false }) ?? 0;
