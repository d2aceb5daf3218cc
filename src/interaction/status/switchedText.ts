import * as l10n from '@vscode/l10n';
import type { Passed } from '../../core/status/questionOutcome.ts';
import type { Status } from '../../core/status/status.ts';
import type { TargetSlowness } from '../../core/status/targetStatus.ts';
import { plainLabel } from '../text/cleanText.ts';
import { passedOverText } from '../text/passedOverText.ts';
import { duration } from '../text/time.ts';

/**
 * Who was passed over for the latest answer, and why; '' where the first choice answered, and where the sentence of the status says all
 * of it.
 */
export function switchedText({ state, also, outcome, targets }: Status): string {
  if (outcome?.kind !== 'fallback') return '';
  const { by, insteadOf, because, others = [] } = outcome;
  const isSaid = [state, ...also].includes('fallback');
  if (others.length === 0 && isSaid) return '';
  const labelOf = (id: string): string => plainLabel(targets.find(target => target.id === id)?.label ?? id);
  const reason = (passed: Passed): string => `${labelOf(passed.insteadOf)} (${passedOverText(passed.because)})`;
  const all = [{ insteadOf, because }, ...others].map(reason).join(', ');
  return isSaid
    ? l10n.t('Passed over: {0}', all)
    : l10n.t('The last answer came from {0}. Passed over: {1}', labelOf(by), all);
}

/** How much slower than usual a target is. */
export const slownessText = ({ firstTokenMs, usualMs }: TargetSlowness): string =>
  l10n.t('slower than usual: first words after {0}, usually {1}', duration(firstTokenMs), duration(usualMs));
