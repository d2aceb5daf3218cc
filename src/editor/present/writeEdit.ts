import * as l10n from '@vscode/l10n';
import type { CheckedFile, FileGuard } from '../../interaction/guard/fileGuard.ts';
import type { FindingsIn } from '../asking/readableText.ts';
import type { CheckedTexts, DocumentWriter } from './documentWriter.ts';
import { carriedInto, changeNow, refusalFor } from './guardedEdit.ts';
import { answersOf, filesTaken, type PendingEdit, type PendingFile, takenIn } from './pendingEdit.ts';
import { replacementsOf } from './proposedChange.ts';

/** What writing an edit needs of the world. */
export interface WriteParts {
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  readonly findingsIn: FindingsIn;
  /** Aborted when nobody wants it any more. */
  readonly signal: AbortSignal;
}

/** Writes what is taken of an edit: all of it or nothing. A string says why nothing was changed; '': the user knows. */
export async function writeEdit(pending: PendingEdit, parts: WriteParts): Promise<string | undefined> {
  const { writer, signal } = parts;
  const files = filesTaken(pending);
  const [only, ...more] = files;
  if (!only) return l10n.t('No change is taken, so nothing was changed. Take one, or discard the edit.');
  const versions = files.map(({ document }) => document.version);
  const checked: CheckedTexts[] = [];
  for (const file of files) {
    const standing = await checkedFile(file, pending, parts);
    if (typeof standing === 'string') return standing;
    const texts = replacementsOf(file.document, file.change, takenIn(pending, file));
    if (typeof texts === 'string') return texts;
    checked.push({ file: standing, texts });
  }
  const { title, summary, question } = pending.proposal;
  const label = { title, summary, question, answers: answersOf(pending) };
  const [one] = checked;
  if (one && more.length === 0)
    return writer.write(one.file, now => replacementsOf(now, only.change, takenIn(pending, only)), label);
  const lateRefusal = (): string | undefined => {
    const isSame = files.every(({ document }, at) => document.version === versions[at] && !document.isClosed);
    return isSame && !signal.aborted
      ? undefined
      : l10n.t('Nothing was changed, because a file has changed meanwhile. Look at the diff, and accept once more.');
  };
  return writer.writeAll(checked, label, lateRefusal);
}

async function checkedFile(
  file: PendingFile,
  pending: PendingEdit,
  { guard, findingsIn, signal }: WriteParts,
): Promise<CheckedFile | string> {
  const refusal = await refusalFor(file.document, file.change, guard);
  if (refusal !== undefined) return refusal;
  const carriedSecrets = await carriedInto(file, pending, findingsIn);
  return guard.check(file.document.uri, { change: changeNow(pending, file), carriedSecrets, signal });
}
