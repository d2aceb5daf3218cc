import * as l10n from '@vscode/l10n';
import type { Note } from '../../core/model/note.ts';
import type { Turn } from './turn.ts';

/** What the user should know of a decision while it is being carried out; undefined: nothing. */
export function noteStatus(note: Note, labelOf: (target: string) => string): string | undefined {
  if (note.kind === 'fallback') return l10n.t('Asking {0} instead…', labelOf(note.to));
  if (note.kind === 'escalated') return l10n.t('This answer is doubtful. Asking {0} as well…', labelOf(note.target));
  return note.kind === 'tried-early' ? l10n.t('Trying {0} during its pause…', labelOf(note.target)) : undefined;
}

/** The turn when a better answer takes the place of one that was shown while it was written: that one is kept above it. */
export function withReplaced(turn: Turn, note: Note): Turn {
  if (note.kind !== 'weighed' || note.outcome !== 'better' || turn.text === '') return turn;
  const label = l10n.t('The doubtful answer that was replaced');
  return { ...turn, text: '', partials: [...turn.partials, { label, text: turn.text }] };
}
