import * as l10n from '@vscode/l10n';
import type { Note } from '../../core/model/note.ts';

/** What the user should know of a decision while it is being carried out; undefined: nothing. */
export function noteStatus(note: Note, labelOf: (target: string) => string): string | undefined {
  if (note.kind === 'fallback') return l10n.t('Asking {0} instead…', labelOf(note.to));
  return note.kind === 'tried-early' ? l10n.t('Trying {0} during its pause…', labelOf(note.target)) : undefined;
}
