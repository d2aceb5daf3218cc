import * as l10n from '@vscode/l10n';
import { doubtsIn } from '../../core/confidence/verdict.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import { type KeptItem, type NamingParts, whoAnswered } from '../kept/keptItems.ts';
import { signText } from '../text/answerText.ts';
import { cleanLine, plainLabel } from '../text/cleanText.ts';
import { ago } from '../text/time.ts';
import type { DecidedAnswer } from './decidedAnswer.ts';

/** Which answers the view shows. */
export interface ReviewFilter {
  readonly shows: 'waiting' | 'decided';
  /** Only those of this task; undefined: of all. */
  readonly task?: string;
}

/** All that is kept. */
export interface Reviewable {
  readonly waiting: readonly StoredAnswer[];
  readonly decided: readonly DecidedAnswer[];
}

/** The lines of the view, the newest first; below each stand the reasons to doubt it, and what was decided. */
export function reviewItems(
  { waiting, decided }: Reviewable,
  filter: ReviewFilter,
  naming: NamingParts,
): readonly KeptItem[] {
  const isWanted = ({ task }: StoredAnswer): boolean => filter.task === undefined || task === filter.task;
  return filter.shows === 'waiting'
    ? waiting.filter(isWanted).map(kept => waitingItem(kept, naming))
    : decided.filter(({ kept }) => isWanted(kept)).map(each => decidedItem(each, naming));
}

/** The tasks of all that is kept, each once. */
export const tasksIn = ({ waiting, decided }: Reviewable): readonly string[] =>
  [...new Set([...waiting, ...decided.map(({ kept }) => kept)].map(({ task }) => task))].toSorted();

/** Why an answer is doubted, a sentence each; one that the user has put here may have no reason. */
export const reasonsFor = ({ answer }: StoredAnswer): readonly string[] => {
  const reasons = doubtsIn(answer.confidence?.signs ?? []).map(signText);
  return reasons.length > 0 ? reasons : [l10n.t('You have put it here.')];
};

/** What was decided, with the note. */
export function decisionText({ outcome, isEdited, note }: DecidedAnswer): string {
  const said = outcome === 'rejected' ? l10n.t('rejected') : isEdited ? l10n.t('approved, edited') : l10n.t('approved');
  return note === undefined ? said : `${said}: ${cleanLine(note, 200)}`;
}

function waitingItem(kept: StoredAnswer, { labelOf, now }: NamingParts): KeptItem {
  return {
    ...{ id: kept.id, conversation: kept.conversation, kind: 'waiting', title: plainLabel(kept.title, 120) },
    details: `${ago(now - kept.at)} · ${whoAnswered(kept.answer, labelOf)}`,
    lines: reasonsFor(kept),
  };
}

function decidedItem(each: DecidedAnswer, { labelOf, now }: NamingParts): KeptItem {
  const { kept, at } = each;
  return {
    ...{ id: kept.id, conversation: kept.conversation, kind: 'decided', title: plainLabel(kept.title, 120) },
    details: `${decisionText(each)} · ${ago(now - at)} · ${whoAnswered(kept.answer, labelOf)}`,
    lines: reasonsFor(kept),
  };
}
