import * as l10n from '@vscode/l10n';
import { doubtsIn, type Thresholds, verdictOf } from '../../core/confidence/verdict.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { Notice } from '../../shared/protocol.ts';
import { signText } from '../text/answerText.ts';
import type { DecidedTurn } from './doubtNote.ts';

/** What stands above a doubted answer: its reasons, and what the user may do or has done about it. undefined: it is not doubted. */
export function doubtNotice({ decision }: DecidedTurn, answer: Answer, thresholds: Thresholds): Notice | undefined {
  const verdict = verdictOf(answer.confidence, thresholds);
  if (verdict === 'pass') return undefined;
  const lines = doubtsIn(answer.confidence?.signs ?? []).map(signText);
  if (decision === 'discarded') {
    const title = verdict === 'review' ? l10n.t('You rejected this answer') : l10n.t('You discarded this answer');
    return { kind: 'information', title, lines };
  }
  if (decision === 'used' || decision === 'approved')
    return { kind: 'information', title: l10n.t('You chose to use this answer although it may be wrong'), lines };
  return verdict === 'disclaim'
    ? { kind: 'disclaimer', title: l10n.t('Check this answer carefully: it may be wrong'), lines }
    : {
        kind: 'review',
        title: l10n.t('This answer needs your decision before you can use it'),
        lines: [...lines, l10n.t('It waits in the view For Your Decision until you approve or reject it.')],
      };
}
