import * as l10n from '@vscode/l10n';
import type { EscalationNote } from '../../core/escalation/escalationNote.ts';
import type { NotEscalated, SkipReason } from '../../core/model/note.ts';
import type { LabelOf } from '../text/answerSummary.ts';
import { failureName } from '../text/failureNames.ts';
import { isSkip, skipText } from './skipText.ts';

/** How a doubtful answer was followed up, and what that came to, or why it was not, as a line. */
export function escalationText(note: EscalationNote, name: LabelOf): string {
  switch (note.kind) {
    case 'escalated':
      return note.how === 'rephrased'
        ? l10n.t('Asked {0} again, with the reasons, because its answer is doubtful', name(note.target))
        : l10n.t(
            'Asked the stronger model {0}, because the answer from {1} is doubtful',
            name(note.target),
            name(note.from),
          );
    case 'weighed':
      return weighedText(note, name(note.target));
    case 'not-escalated':
      return l10n.t('No stronger model was asked about this doubt: {0}', notEscalatedText(note, name));
  }
}

function weighedText({ outcome }: Extract<EscalationNote, { kind: 'weighed' }>, name: string): string {
  if (outcome === 'better') return l10n.t('The new answer from {0} is better and replaces the doubtful one', name);
  if (outcome === 'no-better') return l10n.t('The new answer from {0} is not better, so it was dropped', name);
  return l10n.t('{0} gave no new answer: {1}', name, failureName(outcome));
}

const reasons = {
  'nobody-stronger': () => l10n.t('there is none in your list'),
  'not-chosen': () => l10n.t('you chose who may answer'),
  'local-only': () => l10n.t('only models on this computer are allowed'),
  'no-time': () => l10n.t('not enough time left'),
  attempts: () => l10n.t('too many attempts before'),
  'too-small': () => l10n.t('too much text for it'),
} as const satisfies Record<Exclude<NotEscalated, SkipReason>, () => string>;

function notEscalatedText(
  { because, target }: Extract<EscalationNote, { kind: 'not-escalated' }>,
  name: LabelOf,
): string {
  const reason = isSkip(because) ? skipText(because) : reasons[because]();
  return target === undefined ? reason : l10n.t('{0}: {1}', name(target), reason);
}
