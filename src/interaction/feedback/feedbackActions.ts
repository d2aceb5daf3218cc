import type { Answer } from '../../core/model/answer.ts';
import type { Action, ActionView } from '../../shared/protocol.ts';
import { actionText } from '../text/actionText.ts';

/** What may be said of an answer. */
export type FeedbackAction = Extract<Action, 'helpful' | 'notHelpful'>;

/** Is it one of those? */
export const isFeedbackAction = (action: Action): action is FeedbackAction =>
  action === 'helpful' || action === 'notHelpful';

/** A turn as far as something can be said of its answer. */
interface Rated {
  readonly id: string;
  readonly answer?: Answer;
}

/** Says what the user has said of an answer; undefined: nothing. */
export type FeedbackOf = (question: string) => FeedbackAction | undefined;

/** Both, of every answer of a model; what was said is marked, and may be changed. */
export function feedbackActions({ id, answer }: Rated, feedbackOf: FeedbackOf | undefined): readonly ActionView[] {
  if (!answer || !feedbackOf || answer.freshness === 'offline') return [];
  const said = feedbackOf(id);
  return (['helpful', 'notHelpful'] as const).map(action => ({
    action,
    primary: false,
    label: actionText(action),
    place: 'icon',
    chosen: action === said,
  }));
}
