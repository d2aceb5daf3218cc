import * as l10n from '@vscode/l10n';
import type { Confidence, Sign, SignCode, Tier } from '../../core/model/answer.ts';
import { signText } from './answerText.ts';
import { cleanLine } from './cleanText.ts';

/** How far answers of a tier can be trusted, where many are counted together. None of these words speaks of what an answer means. */
export const tierText = (tier: Tier): string => tiers[tier]();

const tiers = {
  verified: () => l10n.t('verified'),
  checked: () => l10n.t('form checked'),
  unchecked: () => l10n.t('not checked'),
  doubtful: () => l10n.t('doubted'),
} as const satisfies Record<Tier, () => string>;

/** What was looked at in one answer, short enough for the line that says where it comes from: 'syntax, names checked, meaning not'. */
export function trustSummary({ tier, signs }: Confidence): string {
  if (tier === 'verified') return l10n.t('verified by {0}', ranIn(signs));
  const looked = signs.flatMap(({ code, weight }) => (weight === 'good' ? (lookedAt[code]?.() ?? []) : []));
  return tier === 'checked' && looked.length > 0
    ? l10n.t('{0} checked, meaning not', looked.join(', '))
    : tierText(tier);
}

/**
 * The same in full: what ran, what was looked at and what was not, or why it is doubted. No number stands here: the score is a
 * setting of the gate and no probability.
 */
export function trustText({ tier, signs }: Confidence): string {
  const of = (...weights: readonly Sign['weight'][]) => signs.filter(({ weight }) => weights.includes(weight));
  const said = of('good').map(signText).join(' ');
  switch (tier) {
    case 'verified':
      return l10n.t('Verified by {0}, which ran without an error. What it does not test is not known.', ranIn(signs));
    case 'checked':
      return said === ''
        ? l10n.t('Only its form was checked, not what it means')
        : l10n.t('Checked: {0} Not checked: whether it is right.', said);
    case 'doubtful':
      return doubtText(of('hard', 'soft'));
    case 'unchecked':
      return signs.some(({ code }) => code === 'not-assessed')
        ? l10n.t('Not checked, because the check did not end')
        : l10n.t('Not checked, because it holds nothing that can be checked without running it');
  }
}

function doubtText([first, ...others]: readonly Sign[]): string {
  if (!first) return l10n.t('Doubted');
  const because = l10n.t('Doubted, because: {0}', signText(first));
  if (others.length === 0) return because;
  return others.length === 1
    ? l10n.t('{0} And another reason.', because)
    : l10n.t('{0} And {1} more reasons.', because, others.length);
}

const ranIn = (signs: readonly Sign[]): string =>
  cleanLine(String(signs.find(({ code }) => code === 'ran-well')?.facts['name'] ?? ''), 60);

const lookedAt: Partial<Record<SignCode, () => string>> = {
  parses: () => l10n.t('syntax'),
  balanced: () => l10n.t('brackets'),
  compared: () => l10n.t('changes'),
  'names-found': () => l10n.t('names'),
};
