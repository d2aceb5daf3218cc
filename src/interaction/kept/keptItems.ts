import * as l10n from '@vscode/l10n';
import { cleanLine, plainLabel } from '../text/cleanText.ts';
import { ago } from '../text/time.ts';
import { queueDetails } from '../deferred/deferredText.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';

/** A line of the views in which answers and questions are kept. */
export interface KeptItem {
  /** The turn that it stands for. */
  readonly id: string;
  readonly conversation: string;
  readonly kind: 'answer' | 'review' | 'later' | 'waiting' | 'decided' | 'unanswered';
  readonly title: string;
  /** Stands beside the title, paler: age, and who answered or how often it was tried. */
  readonly details: string;
  /** What stands below it, a line each. Default: nothing. */
  readonly lines?: readonly string[];
}

/** What is needed to name answers. */
export interface NamingParts {
  /** Label of a target id. */
  readonly labelOf: (target: string) => string;
  /** Wall-clock ms. */
  readonly now: number;
}

/** Who gave a kept answer, in a word or two. */
export const whoAnswered = (
  { from, freshness }: Pick<Answer, 'from' | 'freshness'>,
  labelOf: (target: string) => string,
): string => (freshness === 'offline' ? l10n.t('from the editor') : cleanLine(labelOf(from), 60));

/** The conversations that are kept, each by its first question and latest answer, the newest first; those that wait for a decision before them. */
export function answerItems(
  recent: readonly StoredAnswer[],
  review: readonly StoredAnswer[],
  { labelOf, now }: NamingParts,
): readonly KeptItem[] {
  const waiting = new Set(review.map(({ id }) => id));
  const all = [...new Map([...review, ...recent].map(kept => [kept.id, kept])).values()];
  const latest = new Map<string, StoredAnswer>();
  const questions = new Map<string, readonly StoredAnswer[]>();
  for (const kept of all.toSorted((one, other) => one.at - other.at)) {
    questions.set(kept.conversation, [...(questions.get(kept.conversation) ?? []), kept]);
    if (!waiting.has(latest.get(kept.conversation)?.id ?? '')) latest.set(kept.conversation, kept);
  }
  const items = [...latest.values()]
    .toSorted((one, other) => other.at - one.at)
    .map(({ id, conversation, at, answer, ...kept }): KeptItem => {
      const isWaiting = waiting.has(id);
      const who = isWaiting ? l10n.t('needs your decision') : whoAnswered(answer, labelOf);
      const kind = isWaiting ? 'review' : 'answer';
      const title = isWaiting ? plainLabel(kept.title, 120) : nameOf(questions.get(conversation) ?? []);
      return { id, conversation, kind, title, details: `${ago(now - at)} · ${who}` };
    });
  return [...items.filter(({ kind }) => kind === 'review'), ...items.filter(({ kind }) => kind === 'answer')];
}

/** A conversation is called by its first question, with how many follow. */
function nameOf([first, ...others]: readonly StoredAnswer[]): string {
  const name = plainLabel(first?.title ?? '', 120);
  return others.length === 0 ? name : `${name} (+${others.length})`;
}

/** The questions that are kept for later, in their order. */
export const questionItems = (questions: readonly StoredQuestion[], now: number): readonly KeptItem[] =>
  questions.map(question => ({
    id: question.id,
    conversation: question.conversation,
    kind: 'later',
    title: plainLabel(question.title, 120),
    details: queueDetails(question, now),
  }));
