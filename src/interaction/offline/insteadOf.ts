import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/model/answer.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { Action } from '../../shared/protocol.ts';
import type { LabelOf } from '../text/answerSummary.ts';
import { failureMessage } from '../text/failureMessage.ts';

/** What heads an answer that stands in for one of a model. */
export function insteadTitle({ freshness }: Answer): string {
  if (freshness === 'stale') return l10n.t('An older answer to the same question');
  if (freshness === 'similar') return l10n.t('An answer to a different question with similar words');
  return l10n.t('No model answered: this is what the editor knows');
}

/** Meaning is not compared because what looks nearest to a model can be its opposite: 'enable' and 'disable'. */
export const similarWords = (): string =>
  l10n.t(
    'That question was about the same code, in other words. Only words were compared, not their meaning: even a comparison of meaning cannot reliably tell “enable” from “disable”. Check that the answer fits your question.',
  );

/** What a question that nobody could answer may still have. */
export const laterWords = (): string => l10n.t('“Ask Later” keeps the question until a model answers again.');

/** What only the user can do about a failure stands first; the text that was shown instead of an answer is the least of it. */
export function mendingActions(failure: Failure, again: readonly Action[], labelOf: LabelOf): readonly Action[] {
  const { buttons } = failureMessage(failure, labelOf);
  const others = buttons.filter(action => !again.includes(action));
  const isNobodySetUp = failure.kind === 'no-target';
  const first = others.filter(action => isNobodySetUp || action === 'setKey');
  const copy = isNobodySetUp ? [] : (['copy'] as const);
  return [...first, ...again, ...others.filter(action => !first.includes(action)), ...copy];
}
