import * as l10n from '@vscode/l10n';
import { askedWords } from '../deferred/changeWords.ts';
import { forDecision } from '../deferred/forDecision.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import { plainLabel } from '../text/cleanText.ts';
import { storedFailureName } from '../text/failureNames.ts';
import { ago } from '../text/time.ts';
import type { KeptItem } from './keptItems.ts';

/** The lines of questions that nobody answered in the view For Your Decision; below each stand its words, and why it waits. */
export const unansweredItems = (questions: readonly StoredQuestion[], now: number): readonly KeptItem[] =>
  forDecision(questions).map(question => ({
    id: question.id,
    conversation: question.conversation,
    kind: 'unanswered',
    title: plainLabel(question.title, 120),
    details: `${l10n.t('no answer')} · ${ago(now - question.at)}`,
    lines: [plainLabel(askedWords(question), 200), reasonText(question)].filter(line => line !== ''),
  }));

function reasonText({ because = '' }: StoredQuestion): string {
  const why = storedFailureName(because);
  return why === undefined
    ? l10n.t('It was asked again three times, and no model answered.')
    : l10n.t('It was asked again three times, and no model answered. The last time: {0}', why);
}
