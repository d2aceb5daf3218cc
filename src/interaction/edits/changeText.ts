import * as l10n from '@vscode/l10n';
import type { Hunk } from '../../assist/edits/hunks.ts';
import { plainLabel } from '../text/cleanText.ts';

/** A change as a line of a list: each says where it is and what it does, also to who hears the list. */
export interface ChangeLabel {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A change of a file, and the line at which it begins, 0-based. */
export interface ListedChange {
  readonly file: string;
  readonly text: string;
  readonly hunk: Hunk;
  readonly line: number;
}

const longest = 90;

export function changeLabel({ file, text, hunk, line }: ListedChange): ChangeLabel {
  const removed = linesOf(text.slice(hunk.start, hunk.end));
  const added = linesOf(hunk.text);
  return {
    label: l10n.t('{0}, line {1}', plainLabel(file, longest), line + 1),
    description: countText(added.length, removed.length),
    detail: detailOf(removed, added),
  };
}

function linesOf(text: string): readonly string[] {
  const bare = text.replace(/\r?\n$/, '');
  return text === '' ? [] : bare.split(/\r?\n/);
}

function countText(added: number, removed: number): string {
  if (removed === 0) return added === 1 ? l10n.t('adds 1 line') : l10n.t('adds {0} lines', added);
  if (added === 0) return removed === 1 ? l10n.t('removes 1 line') : l10n.t('removes {0} lines', removed);
  return l10n.t('replaces {0} with {1}', lines(removed), lines(added));
}

const lines = (count: number): string => (count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count));

/** The first lines of each side that are no blanks. */
function detailOf(removed: readonly string[], added: readonly string[]): string {
  const before = plainLabel(firstOf(removed, added), longest);
  const after = plainLabel(firstOf(added, removed), longest);
  if (before === '') return `+ ${after}`;
  return after === '' ? `− ${before}` : `− ${before}  + ${after}`;
}

/** The first line that is not the same on the other side. */
const firstOf = (own: readonly string[], others: readonly string[]): string =>
  own.find(line => line.trim() !== '' && !others.includes(line)) ?? own.find(line => line.trim() !== '') ?? '';

/** How many changes of all are taken; '' when all are. */
export const takenCountText = (taken: number, all: number): string =>
  taken === all ? '' : l10n.t('{0} of {1} changes', taken, all);
