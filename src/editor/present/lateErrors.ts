import type { FindNewErrors } from '../../core/confidence/reading/newErrors.ts';
import type { Sign } from '../../core/model/answer.ts';
import { newErrorSigns } from '../../interaction/edits/newErrorSigns.ts';
import { type PendingEdit, takenIn } from './pendingEdit.ts';
import { proposedText, textNow } from './proposedChange.ts';

/** What a compiler says of an edit of one file that is shown, as facts; it comes late or not at all. Never rejects. */
export async function lateErrors(
  pending: PendingEdit,
  find: FindNewErrors,
  signal: AbortSignal,
): Promise<readonly Sign[]> {
  const { proposal, files } = pending;
  const [file, ...others] = files;
  if (!file || others.length > 0 || !('place' in proposal)) return [];
  const before = textNow(file.document);
  const after = proposedText(before, file.change, takenIn(pending, file));
  if (after === before) return [];
  const found = await find({ language: file.document.languageId, before, after }, signal);
  return newErrorSigns(found ?? [], { replacement: proposal.replacement, mark: proposal.place.mark }, after);
}
