import * as l10n from '@vscode/l10n';
import type { SharedFeedback } from '../../core/feedback/sharedFeedback.ts';
import { mostSigns } from '../../core/feedback/feedbackEntry.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { FeedbackAction } from './feedbackActions.ts';

/** The answer that something is said of. */
export interface RatedAnswer {
  /** Id of its question. */
  readonly id: string;
  readonly answer?: Answer;
  readonly task: Task;
}

/** Keeps what the user says of an answer; gives the words for that. */
export type GiveFeedback = (action: FeedbackAction, rated: RatedAnswer) => Promise<string>;

/** Keeps it in the log that all windows share; of an answer the last word counts. */
export const giveFeedbackWith =
  (feedback: Pick<SharedFeedback, 'give'>): GiveFeedback =>
  async (action, { id, answer, task }) => {
    if (!answer || answer.freshness === 'offline') return l10n.t('There is no answer of a model to say that of.');
    const { confidence, from: target } = answer;
    const signs = (confidence?.signs ?? []).slice(0, mostSigns).map(({ code }) => code);
    const isHelpful = action === 'helpful';
    await feedback.give(id, { isHelpful, task, target, score: confidence?.score, signs });
    return isHelpful
      ? l10n.t('Noted as helpful, on this computer only.')
      : l10n.t('Noted as not helpful, on this computer only.');
  };
