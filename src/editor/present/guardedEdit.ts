import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { carriedSecrets } from '../../assist/guard/carriedSecrets.ts';
import { reindentedLines } from '../../assist/guard/reindentedLines.ts';
import type { TextChange } from '../../assist/guard/addedRisks.ts';
import { inSteps, paceUntil } from '../../core/shared/steps.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import { reindentedText, riskText } from '../../interaction/guard/guardText.ts';
import { pace } from '../../interaction/platform/pace.ts';
import type { FindingsIn } from '../asking/readableText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { isWritable } from '../platform/isWritable.ts';
import { documentAt, goneText, isTaken, takenText } from './documentWriter.ts';
import { editScheme, type PendingEdit, type PendingFile, takenIn } from './pendingEdit.ts';
import { proposedText, type ProposedChange, textNow } from './proposedChange.ts';

/** A file as it is wanted to be. */
export interface WantedFile {
  readonly uri: string;
  readonly change: ProposedChange;
}

/** The file beside what it would be, under an address of its own; a string says why there is no such file. */
export async function pendingFile(
  { uri: address, change }: WantedFile,
  query: string,
  guard: Pick<FileGuard, 'refusalOf'>,
): Promise<PendingFile | string> {
  const uri = vscode.Uri.parse(address);
  const document = await documentAt(uri);
  if (!document) return goneText(uri);
  const preview = document.uri.with({ scheme: editScheme, query, authority: '' });
  const found = change.hunksIn(textNow(document));
  const refusal = await refusalFor(document, change, guard);
  return { document, preview, change, count: typeof found === 'string' ? 0 : found.length, refusal };
}

/** Why this change may not be made now; undefined: it may. */
export async function refusalFor(
  document: vscode.TextDocument,
  change: ProposedChange,
  guard: Pick<FileGuard, 'refusalOf'>,
): Promise<string | undefined> {
  const guarded = await guard.refusalOf(document.uri);
  if (guarded !== undefined) return guarded;
  const file = fileName(document.uri);
  if (!(await isWritable(document.uri))) return l10n.t('{0} is read-only, so you can only view the edit.', file);
  if (await isTaken(document.uri)) return takenText(document.uri);
  const found = change.hunksIn(textNow(document));
  return typeof found === 'string' ? found : undefined;
}

/** The document before and after what is taken. */
export const changeNow = (pending: PendingEdit, file: PendingFile): TextChange => {
  const before = textNow(file.document);
  return { before, after: proposedText(before, file.change, takenIn(pending, file)) };
};

/** What a change adds that acts by itself, and what the diff may not mark; undefined when nobody wants it any more. */
export async function cautionsFor(
  change: TextChange,
  language: string,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    const { addedRisks } = await import('../../assist/guard/addedRisks.ts');
    const risks = await inSteps(addedRisks(change), paceUntil(signal, pace));
    const lines = await inSteps(reindentedLines(change, language), paceUntil(signal, pace));
    return [...risks.map(riskText), ...(lines > 0 ? [reindentedText(lines)] : [])];
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** How many secrets of the other files an edit of several would bring into this one. */
export async function carriedInto(file: PendingFile, pending: PendingEdit, findingsIn: FindingsIn): Promise<number> {
  const others = pending.files.filter(each => each !== file);
  if (others.length === 0) return 0;
  const into = textNow(file.document);
  const found = file.change.hunksIn(into);
  if (typeof found === 'string') return 0;
  const code = found
    .filter((_, index) => takenIn(pending, file)(index))
    .map(({ text }) => text)
    .join('\n');
  let source: Parameters<typeof carriedSecrets>[0]['source'] & object = { text: '', found: [] };
  for (const { document } of others) {
    const shift = source.text.length;
    const text = textNow(document);
    const more = await findingsIn(document.uri.toString(), text);
    const shifted = more.map(each => ({ ...each, start: each.start + shift, end: each.end + shift }));
    source = { text: `${source.text}${text}\n`, found: [...source.found, ...shifted] };
  }
  return carriedSecrets({ code, found: await findingsIn('edited-code', code), source, into });
}

/** With all of its changes. */
export const wholeChange = ({ document, change }: PendingFile) => ({
  before: textNow(document),
  after: proposedText(textNow(document), change, () => true),
});

/** Why an edit is not shown that nobody wants any more. */
export const supersededText = (): string => l10n.t('The edit was not shown, because another one came after it.');
