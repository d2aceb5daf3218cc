import * as l10n from '@vscode/l10n';
import type { Turn } from '../conversation/turn.ts';
import { money, tokenCount } from '../text/budgetText.ts';
import { plainLabel } from '../text/cleanText.ts';
import type { OtherModelParts } from './otherModelParts.ts';

type Facts = Pick<OtherModelParts, 'labelOf' | 'costOf'>;

/** What both answers took: two models are two bills. What nobody knows the price of is said, and makes no sum. */
export function bothCostsText(turns: readonly [Turn, Turn], facts: Facts): string {
  const dollars = turns.map(turn => dollarsOf(turn, facts));
  const known = dollars.filter(each => each !== undefined);
  const about = turns.every(isExact) ? '' : '≈ ';
  const sum = known.reduce((total, each) => total + each, 0);
  const together = known.length === turns.length ? [l10n.t('together {0}', about + money(sum))] : [];
  return [...turns.map(turn => costText(turn, facts)), ...together].join(' · ');
}

const isExact = ({ answer }: Turn): boolean => answer?.freshness !== 'live' || answer.usage.exact;

/** What was remembered cost nothing this time. */
const dollarsOf = ({ answer }: Turn, { costOf }: Facts): number | undefined =>
  answer?.freshness === 'live' ? costOf(answer.from, answer.usage) : 0;

function costText(turn: Turn, facts: Facts): string {
  const label = plainLabel(facts.labelOf(turn.answer?.from ?? ''));
  if (turn.answer?.freshness !== 'live') return l10n.t('{0}: remembered, nothing was sent', label);
  const { usage } = turn.answer;
  const about = usage.exact ? '' : '≈ ';
  const tokens = about + tokenCount(usage.inputTokens + usage.outputTokens);
  const dollars = dollarsOf(turn, facts);
  return dollars === undefined
    ? l10n.t('{0}: {1} tokens, price unknown', label, tokens)
    : l10n.t('{0}: {1} tokens, {2}', label, tokens, about + money(dollars));
}
