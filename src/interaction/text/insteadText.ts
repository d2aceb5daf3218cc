import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/model/answer.ts';

/** What heads what is shown where no model has answered. */
export function insteadTitle({ freshness }: Answer): string {
  if (freshness === 'stale') return l10n.t('An older answer to the same question');
  if (freshness === 'similar') return l10n.t('An answer to a different question with similar words');
  return l10n.t('No model answered: this is what the editor knows');
}

/** What is said of an answer to a similar question. Meaning is not compared because what looks nearest to a model can be its opposite: 'enable' and 'disable'. */
export const similarWords = (): string =>
  l10n.t(
    'That question was about the same code, in other words. Only words were compared, not their meaning: even a comparison of meaning cannot reliably tell “enable” from “disable”. Check that the answer fits your question.',
  );
