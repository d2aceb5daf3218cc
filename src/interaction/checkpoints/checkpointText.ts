import * as l10n from '@vscode/l10n';
import type { Confirmation } from '../platform/user.ts';
import { cleanLine, plainLabel } from '../text/cleanText.ts';
import { ago } from '../text/time.ts';
import type { OfferedCheckpoint } from './offeredCheckpoints.ts';

/** What came of taking back in one file: how many places were, stay because they were changed since, or were so already. */
export interface TakenBackFile {
  readonly name: string;
  readonly taken: number;
  readonly stays: number;
  readonly already: number;
  /** Why nothing was done with it. */
  readonly why?: string;
}

/** Several checkpoints, or one. */
export interface TakenTogether {
  readonly titles: readonly string[];
  readonly bringsBack: boolean;
  readonly files: readonly TakenBackFile[];
}

/** An edit in the list: what was asked for. */
export const offeredLabel = ({ checkpoint, bringsBack }: OfferedCheckpoint): string => {
  const title = plainLabel(checkpoint.title, 100);
  return bringsBack ? l10n.t('Bring back: {0}', title) : l10n.t('Take back: {0}', title);
};

/** When it was applied, where, by whom. */
export function offeredDescription({ checkpoint, bringsBack }: OfferedCheckpoint, nowMs: number): string {
  const { at, files, summary, isUnwritten, isPartial } = checkpoint;
  return [
    ago(nowMs - at),
    filesText(files.length),
    ...(bringsBack && isPartial ? [l10n.t('taken back in part')] : []),
    ...(isUnwritten ? [l10n.t('only until this window is closed')] : []),
    plainLabel(summary, 120),
  ]
    .filter(part => part !== '')
    .join(' · ');
}

export const takeAllLabel = (count: number): string => l10n.t('Take back all {0} edits', count);
export const bringAllLabel = (count: number): string => l10n.t('Bring back all {0} edits that were taken back', count);

/** Where a file was that is not there any more. */
export const goneFileText = (): string => l10n.t('it does not exist any more, or cannot be opened');

/** Asked before all edits are taken back at once. */
export const allQuestion = (count: number): Confirmation => ({
  question: l10n.t('Take back all {0} edits?', count),
  detail: l10n.t(
    'What you have typed since stays. The files are left unsaved, and the edits can be brought back from the same list.',
  ),
  yes: l10n.t('Take Back'),
});

/** Asked before a file goes that was made by the edit. */
export const removedQuestion = (names: readonly string[]): Confirmation => ({
  question:
    names.length === 1
      ? l10n.t('Delete {0}?', cleanLine(names[0] ?? '', 80))
      : l10n.t('Delete {0} files?', names.length),
  detail: l10n.t('The edit has made it, and nothing else stands in it: {0}', cleanLine(names.join(', '), 300)),
  yes: l10n.t('Delete'),
});

/** 'Taken back: “Edit cart.ts” in 2 files.', and what was not. */
export function takenBackText({ titles, bringsBack, files }: TakenTogether): string {
  const places = sumOf(files, ({ taken }) => taken);
  const stays = sumOf(files, each => each.stays);
  const already = sumOf(files, each => each.already);
  const changed = new Set(files.filter(({ taken }) => taken > 0).map(({ name }) => name)).size;
  return [
    places > 0 ? doneText(titles, bringsBack, filesText(changed)) : nothingText(titles),
    ...(already > 0 ? [alreadyText(already)] : []),
    ...(stays > 0 ? [staysText(stays)] : []),
    ...files.flatMap(({ name, why }) =>
      why === undefined ? [] : [l10n.t('{0} is left as it is: {1}.', name, sentencePart(why))],
    ),
  ].join(' ');
}

const sumOf = (files: readonly TakenBackFile[], count: (file: TakenBackFile) => number): number =>
  files.reduce((sum, file) => sum + count(file), 0);

const whatText = (titles: readonly string[]): string =>
  titles.length === 1 ? l10n.t('“{0}”', cleanLine(titles[0] ?? '', 80)) : l10n.t('{0} edits', titles.length);

const doneText = (titles: readonly string[], bringsBack: boolean, where: string): string =>
  bringsBack
    ? l10n.t('Brought back: {0}, in {1}.', whatText(titles), where)
    : l10n.t('Taken back: {0}, in {1}.', whatText(titles), where);

const nothingText = (titles: readonly string[]): string => l10n.t('Nothing was changed: {0}.', whatText(titles));

const alreadyText = (places: number): string =>
  places === 1 ? l10n.t('1 place was like that already.') : l10n.t('{0} places were like that already.', places);

const staysText = (places: number): string =>
  places === 1
    ? l10n.t('1 place has been changed since, or stands several times, and stays as it is.')
    : l10n.t('{0} places have been changed since, or stand several times, and stay as they are.', places);

const filesText = (count: number): string => (count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count));

/** Without its full stop, to go on within a sentence. */
const sentencePart = (text: string): string => text.replace(/\.$/, '');
