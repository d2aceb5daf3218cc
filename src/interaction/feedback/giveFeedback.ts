import * as l10n from '@vscode/l10n';
import type { SharedFeedback } from '../../core/feedback/sharedFeedback.ts';
import { mostSigns, type FeedbackEntry } from '../../core/feedback/feedbackEntry.ts';
import { doubtsIn } from '../../core/confidence/verdict.ts';
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

/** Where what is said is kept, and the opaque id of the workspace that it is said in. */
export interface FeedbackPlace {
  readonly feedback: Pick<SharedFeedback, 'give'>;
  readonly workspaceId: () => string;
}

/** Keeps it in the log that all windows share; of an answer the last word counts. */
export const giveFeedbackWith =
  ({ feedback, workspaceId }: FeedbackPlace): GiveFeedback =>
  async (action, { id, answer, task }) => {
    if (!answer || answer.freshness === 'offline') return l10n.t('There is no answer of a model to say that of.');
    const isHelpful = action === 'helpful';
    await feedback.give(id, { isHelpful, task, ...knownOf(answer), place: workspaceId() });
    return isHelpful
      ? l10n.t('Noted as helpful, on this computer only.')
      : l10n.t('Noted as not helpful, on this computer only.');
  };

/** What the user has done with an answer that was doubted, or waited for a decision. */
export type LearnDecision = (
  decision: 'used' | 'kept' | 'approved' | 'discarded',
  decided: RatedAnswer,
) => Promise<void>;

/** Keeps what was decided beside what was said. That an answer was put aside for review is no decision yet. */
export const learnDecisionWith =
  ({ feedback, workspaceId }: FeedbackPlace): LearnDecision =>
  async (decision, { id, answer, task }) => {
    if (!answer || decision === 'kept' || doubtsIn(answer.confidence?.signs ?? []).length === 0) return;
    const isHelpful = decision !== 'discarded';
    await feedback.give(id, { isHelpful, task, ...knownOf(answer), place: workspaceId(), by: 'decision' });
  };

function knownOf({ confidence, from }: Answer): Pick<FeedbackEntry, 'target' | 'score' | 'signs' | 'doubts'> {
  const signs = (confidence?.signs ?? []).slice(0, mostSigns); // the strongest come first
  return {
    target: from,
    score: confidence?.score,
    signs: signs.map(({ code }) => code),
    doubts: doubtsIn(signs).length,
  };
}
