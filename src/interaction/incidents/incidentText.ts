import * as l10n from '@vscode/l10n';
import type { Failure } from '../../core/model/failure.ts';
import { isIncident } from '../../core/status/questionOutcome.ts';
import { cleanLine, messageText } from '../text/cleanText.ts';
import { failureName } from '../text/failureNames.ts';
import { failureLine } from '../text/failureLine.ts';
import type { LabelOf } from '../text/answerSummary.ts';
import type { QuestionRecord } from '../../core/model/questionRecord.ts';
import type { AnswerRecord } from '../../core/model/questionRecord.ts';

/** Why no model answered this question; undefined: one did, or that is no incident. */
export function failedWith({ end }: QuestionRecord): Failure | undefined {
  const failure = 'answer' in end ? end.answer.insteadOf : end.failure;
  return failure && isIncident(failure.kind) ? failure : undefined;
}

/** What happened, what became of the others, what was done instead, and what the user can do. */
export function incidentText({ end }: QuestionRecord, failure: Failure, labelOf: LabelOf): string {
  return failureLine(failure, labelOf, 'answer' in end ? insteadWords(end.answer) : '');
}

function insteadWords({ freshness }: AnswerRecord): string {
  if (freshness === 'stale') return l10n.t('You see an older answer to the same question instead.');
  if (freshness === 'similar') return l10n.t('You see an answer to a different question with similar words instead.');
  return l10n.t('You see what the editor knows instead.');
}

/** What only the user can mend, who answered meanwhile, and what to do. */
export function mendableText({ end }: QuestionRecord, failure: Failure, labelOf: LabelOf): string {
  const by = 'answer' in end && end.answer.insteadOf === undefined ? end.answer.from : undefined;
  const instead = by === undefined ? '' : l10n.t('{0} answered instead.', cleanLine(labelOf(by), 60));
  return failureLine(failure, labelOf, instead);
}

/** That another target answered than the one asked first, and why; undefined: it did not. */
export function switchText({ notes, end }: QuestionRecord, labelOf: LabelOf): string | undefined {
  const first = notes.find(note => note.kind === 'fallback');
  if (!first || !('answer' in end)) return undefined;
  const [from, by] = [first.from, end.answer.from].map(target => cleanLine(labelOf(target), 60));
  return messageText(l10n.t('{0}: {1}. {2} answered instead.', from ?? '', failureName(first.because), by ?? ''));
}
