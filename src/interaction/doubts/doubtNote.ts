import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/model/answer.ts';
import { doubtsIn, type Thresholds, verdictOf } from '../../core/confidence/verdict.ts';
import { signText } from '../text/answerText.ts';
import { cleanLine } from '../text/cleanText.ts';

/** A turn, as far as a note in its code depends on it. */
export interface DecidedTurn {
  readonly answer?: Answer;
  /** What the user decided about a doubted answer. */
  readonly decision?: string;
}

/** The words that go into the code of an answer; undefined: none do. */
export type CodeNote = (turn: DecidedTurn) => string | undefined;

/** More reasons than these make no note. */
const mostReasons = 2;
/** Characters of the reasons. */
const longestReasons = 140;

/** What is noted at code that the user takes although it is doubted: that it is, and why; undefined: it is not doubted. */
export function doubtNote({ answer, decision }: DecidedTurn, thresholds: Thresholds): string | undefined {
  if (!answer || (decision !== 'used' && decision !== 'approved')) return undefined;
  if (verdictOf(answer.confidence, thresholds) === 'pass') return undefined;
  const reasons = doubtsIn(answer.confidence?.signs ?? []).map(signText);
  const told = cleanLine(reasons.slice(0, mostReasons).join(' '), longestReasons);
  return told === ''
    ? l10n.t('Steadfast had doubts about this code.')
    : l10n.t('Steadfast had doubts about this code: {0}', told);
}

/** That the note was wanted and is not there. */
export const notNotedText = (): string =>
  l10n.t('The doubts are not noted in the code, because a comment cannot stand there.');
