import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { AnsweredPart, Proposal, ProposedFiles } from '../../interaction/asking/askRequest.ts';
import { takenCountText } from '../../interaction/edits/changeText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { speakAs } from './documentWriter.ts';
import { textNow, type ProposedChange } from './proposedChange.ts';

import type { FindNewErrors } from '../../core/confidence/reading/newErrors.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import type { FindingsIn } from '../asking/readableText.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { ProblemReports } from '../fix/problemReports.ts';
import type { DocumentWriter, EditLearning } from './documentWriter.ts';

export const editScheme = 'steadfast-edit';

/** In the palette and at the diff. */
export const editCommands = {
  accept: ['steadfast.acceptEdit', 'steadfast.acceptShownEdit'],
  choose: ['steadfast.chooseChanges', 'steadfast.chooseShownChanges'],
  discard: ['steadfast.discardEdit', 'steadfast.discardShownEdit'],
} as const;

/** A file of an edit that waits for its user. */
export interface PendingFile {
  readonly document: vscode.TextDocument;
  /** The proposed file beside the real one, in the diff editor. */
  readonly preview: vscode.Uri;
  readonly change: ProposedChange;
  /** How many changes it has. */
  readonly count: number;
  /** Why it may only be looked at. */
  readonly refusal: string | undefined;
}

/** An edit that waits for its user. */
export interface PendingEdit {
  readonly proposal: Proposal | ProposedFiles;
  readonly files: readonly PendingFile[];
  /** Why it may only be looked at. */
  readonly refusal: string | undefined;
  /** The changes that are left out, each by its file and its number. */
  readonly left: ReadonlySet<string>;
}

/** Of a batch, what each answer has brought. */
export const answersOf = ({ proposal }: Pick<PendingEdit, 'proposal'>): readonly AnsweredPart[] =>
  'answers' in proposal ? (proposal.answers ?? []) : [];

/** Ids of the questions whose answers it is. */
export const questionsOf = (pending: PendingEdit): readonly string[] => [
  ...(pending.proposal.question === undefined ? [] : [pending.proposal.question]),
  ...answersOf(pending).map(({ question }) => question),
];

/** By what a change is known. */
export const changeKey = (file: number, index: number): string => `${file}:${index}`;

/** All changes that can be taken or left. */
export const changesOf = ({ files }: Pick<PendingEdit, 'files'>): readonly string[] =>
  files.flatMap(({ count, refusal }, file) =>
    refusal === undefined ? Array.from({ length: count }, (_, index) => changeKey(file, index)) : [],
  );

export const takenIn =
  ({ files, left }: PendingEdit, file: PendingFile) =>
  (index: number): boolean =>
    !left.has(changeKey(files.indexOf(file), index));

/** Those of which something is taken. */
export const filesTaken = (pending: PendingEdit): readonly PendingFile[] =>
  pending.files.filter(file => {
    const isTaken = takenIn(pending, file);
    return file.refusal === undefined && Array.from({ length: file.count }, (_, index) => index).some(isTaken);
  });

/** What is changed, how much of it is taken, and who made it. */
export function titleOf(pending: Pick<PendingEdit, 'proposal' | 'files' | 'left'>): string {
  const { files, left, proposal } = pending;
  const [only, ...others] = files;
  const what =
    only && others.length === 0
      ? l10n.t('{0} (proposed edit)', fileName(only.document.uri))
      : l10n.t('{0} files (proposed edit)', files.length);
  const all = changesOf(pending).length;
  const taken = all - [...left].length;
  return [what, takenCountText(taken, all), proposal.summary].filter(words => words !== '').join(' · ');
}

/** Opens the diff; of one file with the cursor there, and in that column. Default: the one in use. */
export async function openDiff(
  pending: PendingEdit,
  selection?: vscode.Range,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const title = titleOf(pending);
  const [only, ...others] = pending.files;
  for (const { document, preview } of pending.files) await speakAs(preview, document.languageId);
  if (!only) return;
  if (others.length === 0) {
    const { document, preview } = only;
    // an untitled document shows hints of VS Code where it is empty
    const before = document.isUntitled && textNow(document) === '' ? preview.with({ query: 'empty' }) : document.uri;
    await vscode.commands.executeCommand('vscode.diff', before, preview, title, {
      preview: true,
      ...(selection && { selection }),
      ...(viewColumn !== undefined && { viewColumn }),
    });
    return;
  }
  const sides = pending.files.map(({ document, preview }) => [document.uri, document.uri, preview]);
  await vscode.commands.executeCommand('vscode.changes', title, sides);
}

/** With other addresses of what is proposed: VS Code gives a diff that is open no other title, so that it makes way for one. */
export const withFreshPreviews = (pending: PendingEdit, query: () => string): PendingEdit => ({
  ...pending,
  files: pending.files.map(file => ({ ...file, preview: file.preview.with({ query: query() }) })),
});

export const allTabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(group => group.tabs);

/** Does the tab show one of these? VS Code does not declare yet what the tab of several diffs is. */
export function isTabOf({ input }: vscode.Tab, previews: ReadonlySet<string>): boolean {
  const shows = (diff: unknown): boolean =>
    isObject(diff) && diff['modified'] instanceof vscode.Uri && previews.has(diff['modified'].toString());
  if (input instanceof vscode.TabInputTextDiff) return shows(input);
  return isObject(input) && Array.isArray(input['textDiffs']) && input['textDiffs'].some(shows);
}

/** What was done, for the status bar. */
export function acceptedText(pending: PendingEdit): string {
  const all = changesOf(pending).length;
  const some = takenCountText(all - pending.left.size, all);
  const { summary } = pending.proposal;
  return some === ''
    ? l10n.t('Edit accepted. {0}', summary)
    : l10n.t('Edit accepted: {0}. The others are kept with the answer. {1}', some, summary);
}

/** How many of its changes are taken. */
export function countText(pending: PendingEdit): string {
  const all = changesOf(pending).length;
  return l10n.t('{0} of {1} changes', all - pending.left.size, all);
}

/** What showing and applying an edit needs of the world. */
export interface EditDiffParts {
  readonly user: Pick<User, 'offer' | 'warn'>;
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  readonly findingsIn: FindingsIn;
  readonly learning: Pick<EditLearning, 'discarded'>;
  readonly newErrors: FindNewErrors;
  /** An edit was applied; whoever is told ends its `reports`. */
  readonly applied: (applied: AppliedEdit) => void;
}

/** An edit that stands in its file now. */
export interface AppliedEdit {
  readonly proposal: Proposal;
  readonly document: vscode.TextDocument;
  /** What the editor has reported in its file since. */
  readonly reports: ProblemReports;
}
